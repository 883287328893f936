//! Bytes of a file as text.

/// The text of a file: UTF-8 as we write it, else Latin-1, as an older editor may have saved it again. What is of two
/// bytes a letter is given back as it is no text of ours, with its zeros. A calendar may be folded in the middle of a
/// letter, since its lines are counted in bytes: it is unfolded then.
pub fn decoded(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap_or_else(|other| {
        let bytes = other.into_bytes();
        let is_calendar = bytes.trim_ascii_start().starts_with(b"BEGIN:VCALENDAR");
        if let Some(text) = is_calendar.then(|| String::from_utf8(unfolded(&bytes)).ok()).flatten() {
            text
        } else if bytes.contains(&0) {
            String::from_utf8_lossy(&bytes).into_owned()
        } else {
            bytes.into_iter().map(char::from).collect()
        }
    })
}

/// The bytes of a calendar without the ends of lines after which a line goes on.
fn unfolded(bytes: &[u8]) -> Vec<u8> {
    let mut unfolded: Vec<u8> = Vec::with_capacity(bytes.len());
    for byte in bytes {
        match (byte, unfolded.last()) {
            (b' ' | b'\t', Some(b'\n')) => {
                unfolded.pop();
                unfolded.pop_if(|last| *last == b'\r');
            }
            _ => unfolded.push(*byte),
        }
    }
    unfolded
}

#[cfg(test)]
mod tests {
    use super::decoded;

    #[test]
    fn i14_a_calendar_that_is_folded_in_the_middle_of_a_letter_keeps_it() {
        let text = "BEGIN:VCALENDAR\r\nSUMMARY:Dreikönig für 日本\r\nEND:VCALENDAR\r\n";
        for at in 20..text.find("\r\nEND").unwrap() {
            for fold in ["\r\n ", "\n\t"] {
                let folded = [&text.as_bytes()[..at], fold.as_bytes(), &text.as_bytes()[at..]].concat();
                let lines = crate::exchange::ics::unfolded(&decoded(folded));
                assert_eq!(lines[1], "SUMMARY:Dreikönig für 日本", "{at}");
            }
        }
    }

    #[test]
    fn i19_latin_1_keeps_its_letters() {
        assert_eq!(decoded("Zoë Müller".as_bytes().to_vec()), "Zoë Müller");
        assert_eq!(decoded(b"Zo\xeb M\xfcller".to_vec()), "Zoë Müller");
    }

    #[test]
    fn i3_two_bytes_a_letter_are_no_text() {
        let utf_16: Vec<u8> =
            [0xff, 0xfe].into_iter().chain("{\"app\"".bytes().flat_map(|it| [it, 0])).collect();
        let read = decoded(utf_16);
        assert!(read.contains('\0') && read.starts_with('\u{fffd}'), "{read:?}");
    }
}
