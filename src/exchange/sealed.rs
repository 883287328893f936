//! A backup that only a passphrase opens: how it is written down. The browser does the ciphering; `docs/backups.md` says
//! how to open one without Afterword.

use serde::{Deserialize, Serialize};

/// How often the passphrase is hashed: what OWASP asked for with PBKDF2 and SHA-256 in 2023. A file says its own number,
/// so that this one can rise.
pub const ROUNDS: u32 = 600_000;

/// More than this no file may ask for: it would only hold the page up.
const MOST_ROUNDS: u32 = 10_000_000;

/// A sealed backup.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Sealed {
    app: String,
    /// The number of this way of writing it down.
    #[serde(rename = "sealed")]
    way: u32,
    /// How often the passphrase was hashed.
    pub rounds: u32,
    /// What the passphrase was hashed with, in base64.
    pub salt: String,
    /// What the cipher began with, in base64.
    pub iv: String,
    /// The text, ciphered, in base64.
    pub data: String,
}

impl Sealed {
    /// A sealed backup of these parts.
    pub fn new(salt: String, iv: String, data: String) -> Self {
        Self { app: "afterword".to_owned(), way: 1, rounds: ROUNDS, salt, iv, data }
    }

    /// The sealed backup in a file; `None` where it is none.
    pub fn read(text: &str) -> Option<Self> {
        // Its end says nothing, and its start enough: a backup that is not sealed is not read twice.
        let is_sealed = text.get(..200.min(text.len())).is_some_and(|start| start.contains("\"sealed\""));
        let read = is_sealed.then(|| serde_json::from_str::<Self>(text.trim()).ok())??;
        (read.app == "afterword" && read.way == 1 && (1..=MOST_ROUNDS).contains(&read.rounds)).then_some(read)
    }

    /// The file's text.
    ///
    /// # Errors
    /// None that the parts could cause.
    pub fn write(&self) -> Result<String, serde_json::Error> {
        serde_json::to_string(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sealed_backup_is_read_as_it_was_written() {
        let sealed = Sealed::new("c2FsdA==".to_owned(), "aXY=".to_owned(), "ZGF0YQ==".to_owned());
        assert_eq!(Sealed::read(&sealed.write().unwrap()), Some(sealed));
    }

    #[test]
    fn i9_what_is_none_or_of_another_kind_is_refused() {
        let text = Sealed::new(String::new(), String::new(), String::new()).write().unwrap();
        for (from, to) in [
            ("600000", "0"),
            ("600000", "99999999"),
            ("\"sealed\":1", "\"sealed\":2"),
            ("afterword", "other"),
            ("}", ""),
        ] {
            assert_eq!(Sealed::read(&text.replace(from, to)), None, "{from} as {to}");
        }
        assert_eq!(Sealed::read(r#"{"app":"afterword","schema":1}"#), None);
        assert_eq!(Sealed::read(&"é".repeat(150)), None);
    }
}
