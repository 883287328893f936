//! The text of a letter with the findings of the checks marked in it.

/// A stretch of the text, and whether a finding is about it.
pub type MarkedSpan = (String, bool);

/// The text, cut where marks begin and end. `marks` are byte ranges of `checked`, an earlier state of the text: those
/// behind the first difference are left out until the text is checked again.
pub fn marked_spans(text: &str, checked: &str, marks: &[std::ops::Range<usize>]) -> Vec<MarkedSpan> {
    let same = text.bytes().zip(checked.bytes()).take_while(|(a, b)| a == b).count();
    let mut marks: Vec<_> =
        marks.iter().filter(|mark| mark.end <= same && mark.start < mark.end).cloned().collect();
    crate::sorting::by_key(&mut marks, |mark| (mark.start, std::cmp::Reverse(mark.end)));
    let mut marked_spans = Vec::new();
    let mut at = 0;
    for mark in marks {
        if mark.start < at {
            continue;
        }
        let (Some(plain), Some(marked)) = (text.get(at..mark.start), text.get(mark.clone())) else {
            continue;
        };
        marked_spans.push((plain.to_owned(), false));
        marked_spans.push((marked.to_owned(), true));
        at = mark.end;
    }
    marked_spans.push((text.get(at..).unwrap_or_default().to_owned(), false));
    marked_spans.retain(|(text, _)| !text.is_empty());
    marked_spans
}

/// A byte offset as browsers count: in UTF-16 units.
pub fn utf16_offset(text: &str, byte: usize) -> u32 {
    let head = text.get(..byte).unwrap_or(text);
    u32::try_from(head.encode_utf16().count()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_stay_where_the_text_did_not_change() {
        let text = "one two three four";
        let marks = [4..7, 8..13];
        let marked = |marked_spans: &[MarkedSpan]| {
            marked_spans
                .iter()
                .filter(|piece| piece.1)
                .map(|piece| piece.0.clone())
                .collect::<Vec<_>>()
                .join("|")
        };
        assert_eq!(marked(&marked_spans(text, text, &marks)), "two|three");
        let typed = "one two thxree four";
        assert_eq!(marked(&marked_spans(typed, text, &marks)), "two", "behind the change nothing is marked");
        let whole: String = marked_spans(typed, text, &marks).into_iter().map(|piece| piece.0).collect();
        assert_eq!(whole, typed, "no text is lost");
    }

    #[test]
    fn marks_that_overlap_or_fit_no_letter_do_no_harm() {
        let text = "äöü is marked";
        let cut = marked_spans(text, text, &[0..3, 0..6, 4..8]);
        assert_eq!(cut.iter().map(|piece| piece.0.as_str()).collect::<String>(), text);
    }

    #[test]
    fn places_are_counted_as_browsers_do() {
        assert_eq!(utf16_offset("a👍b", 5), 3);
        assert_eq!(utf16_offset("abc", 99), 3);
    }
}
