//! The words after a command: `--flag` and `--name value`.

use anyhow::{Context, Result, bail};

/// The options not yet taken.
pub struct Options(Vec<String>);

impl Options {
    pub fn new(words: Vec<String>) -> Self {
        Self(words)
    }

    /// Whether `--name` is among the words.
    pub fn flag(&mut self, name: &str) -> bool {
        match self.position(name) {
            Some(at) => {
                self.0.remove(at);
                true
            }
            None => false,
        }
    }

    /// The word after `--name`, if `--name` is there.
    pub fn value(&mut self, name: &str) -> Result<Option<String>> {
        let Some(at) = self.position(name) else { return Ok(None) };
        self.0.remove(at);
        if at == self.0.len() {
            bail!("{name} wants a value after it.");
        }
        Ok(Some(self.0.remove(at)))
    }

    /// The number after `--name`, if `--name` is there.
    pub fn number<N>(&mut self, name: &str) -> Result<Option<N>>
    where
        N: std::str::FromStr<Err = std::num::ParseIntError>,
    {
        self.value(name)?
            .map(|word| word.parse().with_context(|| format!("{name} wants a number, not {word}.")))
            .transpose()
    }

    /// Complains about the first word that nobody took.
    pub fn finish(&self) -> Result<()> {
        match self.0.first() {
            Some(word) => bail!("{word} is not an option here; see cargo xtask help."),
            None => Ok(()),
        }
    }

    fn position(&self, name: &str) -> Option<usize> {
        self.0.iter().position(|word| word == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn options(words: &str) -> Options {
        Options::new(words.split_whitespace().map(str::to_owned).collect())
    }

    #[test]
    fn flags_and_values_are_taken_in_any_order() {
        let mut given = options("--no-build --port 9000");
        assert_eq!(given.number::<u16>("--port").unwrap(), Some(9000));
        assert!(given.flag("--no-build"));
        assert!(!given.flag("--no-build"));
        assert!(given.finish().is_ok());
    }

    #[test]
    fn what_nobody_took_is_named() {
        let complaint = options("--prot 9000").finish().unwrap_err().to_string();
        assert!(complaint.contains("--prot"), "{complaint}");
    }

    #[test]
    fn a_missing_or_wrong_value_is_named() {
        assert!(options("--port").value("--port").is_err());
        assert!(options("--port soon").number::<u16>("--port").is_err());
    }
}
