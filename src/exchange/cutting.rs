//! A backup's text cut into the texts of its records, some of it at a time: what is cut is not read, so that neither the
//! whole of it nor all of its records need be gone through at once.

/// A value of the file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Piece<'t> {
    /// The name of the file's field that it is, or that holds it.
    pub(super) field: &'t str,
    /// Its place in that field's list, from 1; 0 where the field is no list.
    pub(super) place: usize,
    /// Its own name with the quotes, where the field holds named values.
    pub(super) name: Option<&'t str>,
    /// Its text.
    pub(super) text: &'t str,
}

/// The cutting of a text.
pub(super) struct Cutting<'t> {
    text: &'t str,
    at: usize,
    /// The field whose list, or whose named values, are being cut.
    within: Option<Within<'t>>,
    is_begun: bool,
    pieces: Vec<Piece<'t>>,
}

#[derive(Clone, Copy)]
struct Within<'t> {
    field: &'t str,
    place: usize,
    is_named: bool,
}

/// The text is damaged or cut off there.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Damage(pub(super) usize);

impl<'t> Cutting<'t> {
    pub(super) fn begin(text: &'t str) -> Self {
        Self { text, at: 0, within: None, is_begun: false, pieces: Vec::new() }
    }

    /// Cuts on, through about so much text; the pieces, once there is no more.
    pub(super) fn cut_on(&mut self, size: usize) -> Result<Option<Vec<Piece<'t>>>, Damage> {
        let until = self.at.saturating_add(size);
        if !self.is_begun {
            self.is_begun = true;
            self.expect(b'{')?;
        }
        while self.at < until {
            if !self.cut_one()? {
                self.skip_space();
                let is_end = self.at == self.text.len();
                return if is_end { Ok(Some(std::mem::take(&mut self.pieces))) } else { Err(self.damage()) };
            }
        }
        Ok(None)
    }

    /// Cuts the next piece, or begins or ends a list; `false` at the end of all.
    fn cut_one(&mut self) -> Result<bool, Damage> {
        let is_list = self.within.is_some_and(|within| !within.is_named);
        if self.ends(if is_list { b']' } else { b'}' }) {
            if self.within.take().is_none() {
                return Ok(false);
            }
            self.next_or(b'}')?;
            return Ok(true);
        }
        let name = if is_list { None } else { Some(self.name()?) };
        match (&mut self.within, name) {
            (None, Some(name)) => {
                let field = name.trim_matches('"');
                for (opens, is_named) in [(b'[', false), (b'{', true)] {
                    if is_named == (field == "stored") && LISTS.contains(&field) && self.ends(opens) {
                        self.within = Some(Within { field, place: 0, is_named });
                        return Ok(true);
                    }
                }
                let text = self.value()?;
                self.pieces.push(Piece { field, place: 0, name: None, text });
                self.next_or(b'}')?;
            }
            (Some(within), name) => {
                within.place += 1;
                let Within { field, place, is_named } = *within;
                let text = self.value()?;
                self.pieces.push(Piece { field, place, name, text });
                self.next_or(if is_named { b'}' } else { b']' })?;
            }
            (None, None) => return Err(self.damage()),
        }
        Ok(true)
    }

    /// The name of a field, with its quotes.
    fn name(&mut self) -> Result<&'t str, Damage> {
        self.skip_space();
        let end = end_of_string(self.rest()).ok_or_else(|| self.damage())?;
        let name = self.take(end);
        self.expect(b':')?;
        Ok(name)
    }

    /// The text of a value.
    fn value(&mut self) -> Result<&'t str, Damage> {
        self.skip_space();
        let end = end_of_value(self.rest()).filter(|end| *end > 0).ok_or(Damage(self.text.len()))?;
        Ok(self.take(end).trim_ascii_end())
    }

    /// After a value comes another one, or the end of what it stands in.
    fn next_or(&mut self, end: u8) -> Result<(), Damage> {
        self.skip_space();
        match self.rest().first() {
            Some(b',') => {
                self.at += 1;
                Ok(())
            }
            Some(sign) if *sign == end => Ok(()),
            _ => Err(self.damage()),
        }
    }

    fn expect(&mut self, sign: u8) -> Result<(), Damage> {
        if self.ends(sign) { Ok(()) } else { Err(self.damage()) }
    }

    /// Whether that sign comes next; it is passed then.
    fn ends(&mut self, sign: u8) -> bool {
        self.skip_space();
        let comes = self.rest().first() == Some(&sign);
        self.at += usize::from(comes);
        comes
    }

    fn skip_space(&mut self) {
        let rest = self.rest();
        self.at += rest.iter().take_while(|sign| sign.is_ascii_whitespace()).count();
    }

    fn rest(&self) -> &'t [u8] {
        self.text.as_bytes().get(self.at..).unwrap_or_default()
    }

    /// The next so many bytes, which end at a sign of ASCII.
    fn take(&mut self, size: usize) -> &'t str {
        let from = self.at;
        self.at += size;
        self.text.get(from..self.at).unwrap_or_default()
    }

    fn damage(&self) -> Damage {
        Damage(self.at)
    }
}

/// The fields that hold more than one record.
const LISTS: [&str; 4] = ["people", "opportunities", "templates", "stored"];

/// Where a text in quotes ends; `None` where it is none, or is cut off.
fn end_of_string(text: &[u8]) -> Option<usize> {
    let mut signs = text.iter().enumerate().skip(1);
    text.first().filter(|sign| **sign == b'"')?;
    while let Some((at, sign)) = signs.next() {
        match sign {
            b'"' => return Some(at + 1),
            b'\\' => drop(signs.next()),
            _ => {}
        }
    }
    None
}

/// Where a value ends; `None` where it is cut off.
fn end_of_value(text: &[u8]) -> Option<usize> {
    let (mut at, mut depth) = (0, 0_usize);
    while let Some(sign) = text.get(at) {
        match sign {
            b'"' => {
                at += end_of_string(text.get(at..)?)?;
                continue;
            }
            b'{' | b'[' => depth += 1,
            b'}' | b']' | b',' if depth == 0 => return Some(at),
            b'}' | b']' if depth == 1 => return Some(at + 1),
            b'}' | b']' => depth -= 1,
            _ => {}
        }
        at += 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str, size: usize) -> Result<Vec<Piece<'_>>, Damage> {
        let mut cutting = Cutting::begin(text);
        loop {
            if let Some(pieces) = cutting.cut_on(size)? {
                return Ok(pieces);
            }
        }
    }

    #[test]
    fn a_file_is_cut_at_its_records_whatever_stands_in_them() {
        let text = r#" { "app" : "after\"word}", "people":[ {"a":"]},{\\"} , [1,[2]],3 ],"templates":[],
            "settings":{"x":[{}]}, "people": 5, "stored":{"a\"b":"{", "c" : {} }, "saved":-1.5e3 } "#;
        let piece = |field, place, name, text| Piece { field, place, name, text };
        let expected = [
            piece("app", 0, None, r#""after\"word}""#),
            piece("people", 1, None, r#"{"a":"]},{\\"}"#),
            piece("people", 2, None, "[1,[2]]"),
            piece("people", 3, None, "3"),
            piece("settings", 0, None, r#"{"x":[{}]}"#),
            piece("people", 0, None, "5"),
            piece("stored", 1, Some(r#""a\"b""#), r#""{""#),
            piece("stored", 2, Some(r#""c""#), "{}"),
            piece("saved", 0, None, "-1.5e3"),
        ];
        for size in [1, 7, 1000] {
            assert_eq!(cut(text, size).as_deref(), Ok(expected.as_slice()), "{size} at a time");
        }
    }

    #[test]
    fn s6_wherever_it_is_cut_off_or_goes_wrong_is_told() {
        let text = r#"{"app":"a","people":[{"b":[1,2]}],"stored":{"c":"d"}}"#;
        for end in 0..text.len() {
            assert!(cut(&text[..end], 1000).is_err(), "{}", &text[..end]);
        }
        for (wrong, at) in
            [(r#"{"a" 1}"#, 5), (r#"{"people":[1}"#, 12), ("{a:1}", 1), (r#"{"a":1}x"#, 7), ("[]", 0)]
        {
            assert_eq!(cut(wrong, 1000), Err(Damage(at)), "{wrong}");
        }
    }
}
