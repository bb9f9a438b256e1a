//! The commands, run as a person runs them: one file each, named as in `src/door/cli/commands/`.
