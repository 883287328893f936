//! Writing down.

/// Something that can be written down.
pub trait Encode {
    /// Writes it at the end of a text.
    fn encode(&self, to: &mut String);

    /// Whether it says nothing: a field that may be absent is left out then.
    fn is_absent(&self) -> bool {
        false
    }
}

/// An object while it is written.
pub struct ObjectWriter<'t> {
    to: &'t mut String,
    is_empty: bool,
}

impl<'t> ObjectWriter<'t> {
    /// Begins an object at the end of a text.
    pub fn begin(to: &'t mut String) -> Self {
        to.push('{');
        Self { to, is_empty: true }
    }

    /// Writes a field.
    pub fn field(&mut self, name: &str, value: &dyn Encode) -> &mut Self {
        if !std::mem::take(&mut self.is_empty) {
            self.to.push(',');
        }
        write_text(name, self.to);
        self.to.push(':');
        value.encode(self.to);
        self
    }

    /// Writes a field, unless it says nothing.
    pub fn maybe(&mut self, name: &str, value: &dyn Encode) -> &mut Self {
        if value.is_absent() { self } else { self.field(name, value) }
    }

    /// Ends the object.
    pub fn end(&mut self) {
        self.to.push('}');
    }
}

/// Writes a text in quotes.
pub(super) fn write_text(text: &str, to: &mut String) {
    to.push('"');
    for sign in text.chars() {
        match sign {
            '"' => to.push_str("\\\""),
            '\\' => to.push_str("\\\\"),
            '\n' => to.push_str("\\n"),
            '\r' => to.push_str("\\r"),
            '\t' => to.push_str("\\t"),
            '\u{8}' => to.push_str("\\b"),
            '\u{c}' => to.push_str("\\f"),
            '\0'..' ' => {
                let hex = |digit: u32| char::from_digit(digit, 16).unwrap_or('0');
                let code = u32::from(sign);
                to.push_str("\\u00");
                to.push(hex(code / 16));
                to.push(hex(code % 16));
            }
            _ => to.push(sign),
        }
    }
    to.push('"');
}

/// Writes elements between brackets, parted by commas.
pub(super) fn write_list<T>(
    open: char,
    close: char,
    elements: &[T],
    to: &mut String,
    write: impl Fn(&T, &mut String),
) {
    to.push(open);
    for (place, element) in elements.iter().enumerate() {
        if place > 0 {
            to.push(',');
        }
        write(element, to);
    }
    to.push(close);
}
