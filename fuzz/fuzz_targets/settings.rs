//! Settings: whatever `community.yaml` says, there are settings, and every fault has its place in it.
#![no_main]

use cop::model::settings::Settings;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let (settings, faults) = Settings::read(text, &[]);
    for fault in faults.iter().filter(|fault| fault.file == "community.yaml") {
        assert!(text.get(fault.problem.span.clone()).is_some(), "{fault:?}");
    }
    // Both readings of one text are the same, or derived data would be made again for nothing.
    assert_eq!(settings.fingerprint, Settings::read(text, &[]).0.fingerprint);
});
