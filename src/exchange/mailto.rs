//! A letter as a `mailto:` address (RFC 6068), for the user's own mail program.

use crate::model::{Letter, is_one_address};

/// Longer addresses are cut off, or refused, by some mail programs; the text has to be copied then.
pub const LONGEST: usize = 1900;

/// The address that opens the user's mail program with the letter filled in; `None` where it would be longer than
/// [`LONGEST`], or where `to` is no address that a message could go to. Without `to` the program asks for one.
///
/// Whatever the fields hold, no further header can come of them: everything but letters, digits and a few marks is
/// encoded, a subject is one line, and `to` is one address.
///
/// ```
/// use afterword::exchange::mailto::mailto;
/// use afterword::model::Letter;
///
/// let letter = Letter { subject: "R&D + you".to_owned(), body: "Hi,\nthank you".to_owned() };
/// let address = mailto(Some("dana@example.com"), &letter).unwrap();
/// assert_eq!(address, "mailto:dana@example.com?subject=R%26D%20%2B%20you&body=Hi%2C%0D%0Athank%20you");
/// ```
pub fn mailto(to: Option<&str>, letter: &Letter) -> Option<String> {
    let mut address = without_text(to, letter)?;
    address.push_str("&body=");
    let body = crate::words::plain_text(&letter.body).replace('\n', "\r\n");
    encode(&body, b"", &mut address);
    (address.len() <= LONGEST).then_some(address)
}

/// How a letter goes to the user's mail program.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MailLink {
    /// The address that opens the program.
    pub address: String,
    /// Whether the text is in it. Where it is too long, it has to be copied, and pasted there.
    pub with_text: bool,
}

/// The link for a letter: with all of it, or else with the addressee and the subject alone. `None` where even those are
/// too long, or where `to` is no address.
pub fn mail_link(to: Option<&str>, letter: &Letter) -> Option<MailLink> {
    let whole = mailto(to, letter).map(|address| MailLink { address, with_text: true });
    whole.or_else(|| {
        let address = without_text(to, letter).filter(|address| address.len() <= LONGEST)?;
        Some(MailLink { address, with_text: false })
    })
}

fn without_text(to: Option<&str>, letter: &Letter) -> Option<String> {
    let mut address = String::from("mailto:");
    if let Some(to) = to {
        if !is_one_address(to) {
            return None;
        }
        encode(to.trim(), b"@", &mut address);
    }
    address.push_str("?subject=");
    encode(&crate::words::one_line(&letter.subject), b"", &mut address);
    Some(address)
}

/// Percent-encodes all bytes but RFC 3986's unreserved ones and `kept`.
pub(crate) fn encode(text: &str, kept: &[u8], to: &mut String) {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    let digit = |value: u8| DIGITS.get(usize::from(value)).copied().map_or('0', char::from);
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) || kept.contains(&byte) {
            to.push(char::from(byte));
        } else {
            to.extend(['%', digit(byte >> 4), digit(byte & 15)]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn letter(subject: &str, body: &str) -> Letter {
        Letter { subject: subject.to_owned(), body: body.to_owned() }
    }

    /// As a mail program reads it: headers in order.
    fn read(address: &str) -> (String, Vec<(String, String)>) {
        let (to, query) = address.strip_prefix("mailto:").unwrap().split_once('?').unwrap();
        let pairs = query.split('&').map(|pair| pair.split_once('=').unwrap());
        (decoded(to), pairs.map(|(name, value)| (name.to_owned(), decoded(value))).collect())
    }

    fn decoded(text: &str) -> String {
        let mut bytes = text.bytes();
        let mut out = Vec::new();
        while let Some(byte) = bytes.next() {
            if byte == b'%' {
                let digits = [bytes.next().unwrap(), bytes.next().unwrap()];
                out.push(u8::from_str_radix(std::str::from_utf8(&digits).unwrap(), 16).unwrap());
            } else {
                out.push(byte);
            }
        }
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn lines_end_as_mail_wants_them() {
        for body in ["a\nb", "a\r\nb", "a\rb"] {
            let address = mailto(None, &letter("", body)).unwrap();
            assert_eq!(read(&address).1[1].1, "a\r\nb", "{body:?}");
        }
    }

    #[test]
    fn a_subject_brings_in_no_header() {
        let address =
            mailto(Some("a@b.example"), &letter("Hi\r\nBcc: x@y.example&cc=z@y.example", "b")).unwrap();
        let (to, headers) = read(&address);
        assert_eq!(to, "a@b.example");
        let names: Vec<&str> = headers.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["subject", "body"]);
        assert_eq!(headers[0].1, "Hi Bcc: x@y.example&cc=z@y.example");
    }

    #[test]
    fn only_one_address_is_written_to() {
        for to in [
            "a@b.example,c@d.example",
            "a@b.example\r\nBcc: c@d.example",
            "javascript:alert(1)",
            "a",
            "@b",
            "",
        ] {
            assert_eq!(mailto(Some(to), &letter("s", "b")), None, "{to:?}");
        }
        assert!(
            mailto(Some(" a?x=1&y@b.example "), &letter("s", "b"))
                .unwrap()
                .starts_with("mailto:a%3Fx%3D1%26y@b")
        );
    }

    #[test]
    fn what_is_too_long_has_to_be_copied() {
        assert!(mailto(None, &letter("s", &"a".repeat(1800))).is_some());
        assert_eq!(mailto(None, &letter("s", &"ä".repeat(400))), None);
    }

    #[test]
    fn of_a_long_letter_the_mail_program_gets_whom_and_about_what() {
        let long = [
            ("Latin", "a".repeat(1900)),
            ("Chinese", "谢谢您今天抽出时间".repeat(40)),
            ("Cyrillic", "Спасибо ".repeat(60)),
        ];
        for (script, body) in long {
            let link = mail_link(Some("dana@b.example"), &letter("谢谢 R&D", &body)).unwrap();
            assert!(!link.with_text, "{script}");
            let subject = link.address.strip_prefix("mailto:dana@b.example?subject=").unwrap();
            assert_eq!(decoded(subject), "谢谢 R&D", "{script}");
        }
        // About a page of Latin letters, and a short note in any script, go whole.
        for body in ["Thank you for your time. ".repeat(50), "谢谢您今天抽出时间".repeat(15)] {
            assert!(mail_link(Some("a@b.example"), &letter("s", &body)).unwrap().with_text);
        }
        assert_eq!(mail_link(None, &letter(&"谢".repeat(300), "b")), None);
        assert_eq!(mail_link(Some("a"), &letter("s", "b")), None);
    }

    #[test]
    fn other_scripts_and_signs_arrive_as_they_were() {
        for text in ["谢谢您 — ご連絡", "שלום רב", "Zoë’s “naïve” café", "👩🏽‍💻 ok", "a+b=c & 100% #1?"]
        {
            let address = mailto(Some("a@b.example"), &letter(text, text)).unwrap();
            let (_, headers) = read(&address);
            assert_eq!((headers[0].1.as_str(), headers[1].1.as_str()), (text, text));
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn any_letter_arrives_as_it_was(subject in "\\PC{0,40}", body in "(\\PC|\n){0,80}") {
            if let Some(address) = mailto(Some("a@b.example"), &letter(&subject, &body)) {
                prop_assert!(address.is_ascii() && !address.contains([' ', '\r', '\n', '"', '<']));
                let (_, headers) = read(&address);
                prop_assert_eq!(headers.len(), 2);
                prop_assert_eq!(&headers[0].1, &crate::words::one_line(&subject));
                prop_assert_eq!(headers[1].1.replace("\r\n", "\n"), crate::words::plain_text(&body));
            }
        }
    }
}
