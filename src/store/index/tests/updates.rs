//! What is written is found at once, what is gone is not, and history is asked only where it can tell something else.
