//! Email addresses: what one is, and how mail programs copy it.

/// Whether it reads as one address: a part before and after one `@`, a dot in the second, and nothing that could begin
/// another address.
pub fn is_one_address(text: &str) -> bool {
    let Some((name, host)) = text.trim().split_once('@') else { return false };
    let splits = |letter: char| {
        letter.is_whitespace()
            || letter.is_control()
            || matches!(letter, ',' | ';' | '<' | '>' | '"' | '@' | ':')
    };
    let labels = host.split('.');
    !name.is_empty()
        && !name.contains(splits)
        && !host.contains(splits)
        && labels.clone().count() > 1
        && labels.into_iter().all(|label| !label.is_empty())
}

/// A name and an address, as mail programs copy them together: `Dana Reyes <dana@acme.example>`, with or without
/// quotes, or `mailto:dana@acme.example`. What is neither is all address, and the name is empty.
///
/// ```
/// use afterword::model::name_and_address;
///
/// assert_eq!(name_and_address("Dana Reyes <dana@acme.example>"), ("Dana Reyes", "dana@acme.example"));
/// assert_eq!(name_and_address("mailto:dana@acme.example"), ("", "dana@acme.example"));
/// ```
pub fn name_and_address(text: &str) -> (&str, &str) {
    let text = text.trim();
    let (name, address) = match text.strip_suffix('>').and_then(|text| text.rsplit_once('<')) {
        Some((name, address)) => (name.trim().trim_matches(['"', '\'']).trim(), address.trim()),
        None => ("", text),
    };
    let scheme = address.get(.."mailto:".len()).filter(|scheme| scheme.eq_ignore_ascii_case("mailto:"));
    let address = scheme.map_or(address, |scheme| address.get(scheme.len()..).unwrap_or_default());
    (name, address.split_once('?').map_or(address, |(address, _)| address))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_one_and_can_be_written_to() {
        for address in ["dana@acme.example", " d.reyes+jobs@mail.acme.example ", "josé@acme.example"] {
            assert!(is_one_address(address), "{address}");
        }
        let none = [
            "",
            "dana",
            "dana@",
            "@acme.example",
            "dana@acme",
            "dana@acme.",
            "dana@.example",
            "a@b.c, d@e.f",
        ];
        for text in none.into_iter().chain(["a b@c.d", "a@b@c.d", "Dana <dana@acme.example>", "mailto:a@b.c"])
        {
            assert!(!is_one_address(text), "{text}");
        }
    }

    #[test]
    fn an_address_is_taken_as_mail_programs_copy_it() {
        for (copied, name, address) in [
            ("Dana Reyes <dana@acme.example>", "Dana Reyes", "dana@acme.example"),
            ("\"Reyes, Dana\" <dana@acme.example> ", "Reyes, Dana", "dana@acme.example"),
            ("<dana@acme.example>", "", "dana@acme.example"),
            ("mailto:dana@acme.example", "", "dana@acme.example"),
            ("MAILTO:dana@acme.example?subject=Hello", "", "dana@acme.example"),
            ("Dana <mailto:dana@acme.example>", "Dana", "dana@acme.example"),
            ("dana@acme.example", "", "dana@acme.example"),
            ("dana@", "", "dana@"),
            ("日本語です", "", "日本語です"),
            ("", "", ""),
        ] {
            assert_eq!(name_and_address(copied), (name, address), "{copied}");
        }
    }
}
