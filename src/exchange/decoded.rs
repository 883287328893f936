//! Bytes of a file as text.

/// The text of a file: UTF-8 as we write it, else Latin-1, as an older editor may have saved it again. What is of two
/// bytes a letter is given back as it is no text of ours, with its zeros.
pub fn decoded(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap_or_else(|other| {
        let bytes = other.into_bytes();
        if bytes.contains(&0) {
            String::from_utf8_lossy(&bytes).into_owned()
        } else {
            bytes.into_iter().map(char::from).collect()
        }
    })
}

#[cfg(test)]
mod tests {
    use super::decoded;

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
