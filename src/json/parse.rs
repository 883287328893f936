//! A text, parsed.

use super::encode::{Encode, write_list, write_text};
use std::borrow::Cow;

/// Values may lie in one another so deep. Ours never reach a tenth of it.
const DEEPEST: usize = 100;

/// A value. What its text holds as it is, is borrowed.
#[derive(Clone, PartialEq, Debug)]
pub enum Json<'t> {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number, as it stands in the text.
    Number(&'t str),
    /// A text.
    Text(Cow<'t, str>),
    /// A list.
    List(Vec<Self>),
    /// An object: its fields in order.
    Object(Vec<(Cow<'t, str>, Self)>),
}

/// A text is not JSON, or cut off.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("no JSON from line {line}, column {column} on")]
pub struct SyntaxError {
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in bytes.
    pub column: usize,
}

/// Parses a whole text.
///
/// ```
/// use afterword::json::{Json, parse};
///
/// assert_eq!(parse(" [true, 12] ").unwrap(), Json::List(vec![Json::Bool(true), Json::Number("12")]));
/// assert_eq!(parse("[true,\n oops]").unwrap_err().line, 2);
/// ```
///
/// # Errors
/// [`SyntaxError`] where it is not JSON, or nested deeper than any record.
pub fn parse(text: &str) -> Result<Json<'_>, SyntaxError> {
    let mut parser = Parser { text, at: 0, depth: 0 };
    let value = parser.value().filter(|_| parser.is_at_end());
    value.ok_or_else(|| parser.error())
}

/// The parsing of a text. Where something is `None`, the text is no JSON at the place that was reached.
struct Parser<'t> {
    text: &'t str,
    at: usize,
    depth: usize,
}

impl<'t> Parser<'t> {
    fn value(&mut self) -> Option<Json<'t>> {
        match self.after_blanks()? {
            b'"' => self.string().map(Json::Text),
            b'[' => self.list(),
            b'{' => self.object(),
            b'n' => self.word("null", Json::Null),
            b't' => self.word("true", Json::Bool(true)),
            b'f' => self.word("false", Json::Bool(false)),
            _ => self.number(),
        }
    }

    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// The next byte that is no blank; stays before it.
    fn after_blanks(&mut self) -> Option<u8> {
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.byte() {
            self.at += 1;
        }
        self.byte()
    }

    fn is_at_end(&mut self) -> bool {
        self.after_blanks().is_none()
    }

    /// Passes a byte, where it is the next one.
    fn pass(&mut self, byte: u8) -> bool {
        let is_next = self.byte() == Some(byte);
        self.at += usize::from(is_next);
        is_next
    }

    fn word(&mut self, word: &str, value: Json<'t>) -> Option<Json<'t>> {
        let rest = self.text.get(self.at..)?;
        rest.starts_with(word).then(|| {
            self.at += word.len();
            value
        })
    }

    fn digits(&mut self) -> Option<()> {
        let start = self.at;
        while self.byte().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        (self.at > start).then_some(())
    }

    fn number(&mut self) -> Option<Json<'t>> {
        let start = self.at;
        self.pass(b'-');
        if !self.pass(b'0') {
            self.digits()?;
        }
        if self.pass(b'.') {
            self.digits()?;
        }
        if self.pass(b'e') || self.pass(b'E') {
            let _ = self.pass(b'-') || self.pass(b'+');
            self.digits()?;
        }
        self.text.get(start..self.at).map(Json::Number)
    }

    fn list(&mut self) -> Option<Json<'t>> {
        let mut list = Vec::new();
        self.elements(b']', |parser| {
            list.push(parser.value()?);
            Some(())
        })?;
        Some(Json::List(list))
    }

    fn object(&mut self) -> Option<Json<'t>> {
        let mut fields = Vec::new();
        self.elements(b'}', |parser| {
            let name = if parser.after_blanks()? == b'"' { parser.string()? } else { return None };
            if parser.after_blanks()? != b':' {
                return None;
            }
            parser.at += 1;
            fields.push((name, parser.value()?));
            Some(())
        })?;
        Some(Json::Object(fields))
    }

    /// What lies between the bracket that is next and the one that closes it, parted by commas.
    fn elements(&mut self, close: u8, mut element: impl FnMut(&mut Self) -> Option<()>) -> Option<()> {
        self.at += 1;
        self.depth += 1;
        if self.depth > DEEPEST {
            return None;
        }
        if self.after_blanks()? != close {
            element(self)?;
            while self.after_blanks()? == b',' {
                self.at += 1;
                element(self)?;
            }
        }
        self.depth -= 1;
        self.pass(close).then_some(())
    }

    /// A text in quotes; what has no escapes in it is borrowed.
    fn string(&mut self) -> Option<Cow<'t, str>> {
        self.at += 1;
        let plain = self.until_quote_or_escape()?;
        if self.pass(b'"') {
            return Some(Cow::Borrowed(plain));
        }
        let mut text = plain.to_owned();
        while !self.pass(b'"') {
            text.push(self.escape()?);
            text.push_str(self.until_quote_or_escape()?);
        }
        Some(Cow::Owned(text))
    }

    fn until_quote_or_escape(&mut self) -> Option<&'t str> {
        let start = self.at;
        loop {
            match self.byte()? {
                b'"' | b'\\' => return self.text.get(start..self.at),
                0..0x20 => return None,
                _ => self.at += 1,
            }
        }
    }

    fn escape(&mut self) -> Option<char> {
        self.at += 1;
        let escaped = self.byte()?;
        self.at += 1;
        Some(match escaped {
            b'n' => '\n',
            b't' => '\t',
            b'r' => '\r',
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'"' | b'\\' | b'/' => escaped.into(),
            b'u' => return self.unicode(),
            _ => return None,
        })
    }

    /// `\uXXXX`, after the `u`; of what UTF-16 writes in two halves, both.
    fn unicode(&mut self) -> Option<char> {
        let first = self.hex()?;
        if !(0xd800..0xdc00).contains(&first) {
            return char::from_u32(first);
        }
        let second = if self.pass(b'\\') && self.pass(b'u') { self.hex()? } else { return None };
        let low = second.checked_sub(0xdc00).filter(|low| *low < 0x400)?;
        char::from_u32(0x10000 + ((first - 0xd800) << 10) + low)
    }

    fn hex(&mut self) -> Option<u32> {
        let digits = self.text.get(self.at..self.at + 4)?;
        self.at += 4;
        digits.bytes().try_fold(0, |number, digit| Some(number * 16 + char::from(digit).to_digit(16)?))
    }

    fn error(&self) -> SyntaxError {
        let lines = self.text.get(..self.at).unwrap_or_default().split('\n');
        let (line, column) = lines.fold((0, 1), |(line, _), text| (line + 1, text.len() + 1));
        SyntaxError { line, column }
    }
}

impl Encode for Json<'_> {
    fn encode(&self, to: &mut String) {
        match self {
            Self::Null => to.push_str("null"),
            Self::Bool(value) => value.encode(to),
            Self::Number(number) => to.push_str(number),
            Self::Text(text) => write_text(text, to),
            Self::List(list) => list.encode(to),
            Self::Object(fields) => write_list('{', '}', fields, to, |(name, value), to| {
                write_text(name, to);
                to.push(':');
                value.encode(to);
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::write;
    use proptest::prelude::*;

    #[test]
    fn what_is_no_json_is_refused_where_it_ends() {
        for (text, column) in [
            ("", 1),
            ("{", 2),
            ("[1,]", 4),
            ("{\"a\" 1}", 6),
            ("{1:2}", 2),
            ("[1 2]", 4),
            ("01", 2),
            ("1.", 3),
            ("-", 2),
            ("nul", 1),
            ("\"a", 3),
            ("\"\n\"", 2),
            ("\"\\x\"", 4),
            ("\"\\ud83d\"", 8),
            ("\"\\udc00\"", 8),
            ("{} {}", 4),
        ] {
            assert_eq!(parse(text), Err(SyntaxError { line: 1, column }), "{text}");
        }
    }

    #[test]
    fn it_ends_with_an_error_however_deep_a_text_goes() {
        assert!(parse(&"[".repeat(1_000_000)).is_err());
        assert!(parse(&format!("{}{}", "[".repeat(DEEPEST), "]".repeat(DEEPEST))).is_ok());
    }

    /// Any value that JSON can hold.
    fn any_value() -> impl Strategy<Value = serde_json::Value> {
        let leaf = prop_oneof![
            Just(serde_json::Value::Null),
            any::<bool>().prop_map(Into::into),
            any::<i64>().prop_map(Into::into),
            any::<f32>().prop_map(|number| serde_json::json!(number)),
            "(\\PC|[\0-\x1f\"\\\\/]){0,8}".prop_map(Into::into),
        ];
        leaf.prop_recursive(4, 32, 4, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..4).prop_map(Into::into),
                prop::collection::btree_map("\\PC{0,3}|\"|\n", inner, 0..4)
                    .prop_map(|map| serde_json::Value::Object(map.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn it_reads_and_writes_as_serde_json_does(value in any_value(), pretty: bool) {
            let text = if pretty { serde_json::to_string_pretty(&value).unwrap() } else { value.to_string() };
            prop_assert_eq!(write(&parse(&text).unwrap()), value.to_string());
        }

        #[test]
        fn it_takes_what_serde_json_takes(text in "[\\[\\]{},:\"a\\\\u0-3e.+\n -]{0,12}") {
            let theirs = serde_json::from_str::<serde::de::IgnoredAny>(&text).is_ok();
            prop_assert_eq!(parse(&text).is_ok(), theirs, "{:?}", text);
        }
    }
}
