//! What the tool says while it works.

use std::time::Duration;

/// A heading, for a step that will print lines of its own.
pub fn heading(text: &str) {
    println!("\n── {text} ──");
}

/// A line of its own about what is being done.
pub fn note(text: &str) {
    println!("   {text}");
}

/// A tool that is missing, what is done about it, and how long that takes.
pub fn setting_up(what: &str, about: &str) {
    println!("   Setting up {what}: {about}, this once.");
}

/// "8.4 s", "2 min 05 s".
pub fn duration(time: Duration) -> String {
    let seconds = time.as_secs();
    if seconds < 60 {
        format!("{}.{} s", seconds, time.subsec_millis() / 100)
    } else {
        format!("{} min {:02} s", seconds / 60, seconds % 60)
    }
}

/// "96.4 KB", in thousands of bytes as networks count.
#[expect(clippy::cast_precision_loss, reason = "sizes shown to a person, to one decimal")]
pub fn bytes(count: u64) -> String {
    if count < 1_000 { format!("{count} B") } else { format!("{:.1} KB", count as f64 / 1_000.0) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_worded_in_the_unit_a_person_would_use() {
        assert_eq!(duration(Duration::from_millis(8_460)), "8.4 s");
        assert_eq!(duration(Duration::from_secs(125)), "2 min 05 s");
    }

    #[test]
    fn sizes_are_counted_in_thousands() {
        assert_eq!(bytes(999), "999 B");
        assert_eq!(bytes(96_440), "96.4 KB");
    }
}
