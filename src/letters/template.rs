//! The language of the templates, and how it is filled in.
//!
//! - `{company}`: a fact. Where it is not known, the placeholder stays visible, unless it stands in brackets.
//! - `[with {skill}|as ever]`: the first alternative of which every fact is known; nothing where there is none.
//! - `{?brief}`, `{!brief}`: in brackets; this alternative only if that fact is known, or is not.
//! - `<Thanks|Thank you|I thank you>`: warm, plain, formal. With two, the second is for formal alone.
//!
//! What is filled in is never read as a template again, so that no note of the user's is taken for one.

use crate::model::Tone;

/// The facts that a template can draw on, by name. A fact with an empty text is not known.
#[derive(Clone, Debug, Default)]
pub(super) struct Facts(Vec<(&'static str, String)>);

impl Facts {
    /// Sets a fact, in place of what was known under that name.
    pub(super) fn set(&mut self, name: &'static str, text: String) {
        match self.0.iter_mut().find(|(known, _)| *known == name) {
            Some((_, known)) => *known = text,
            None => self.0.push((name, text)),
        }
    }

    /// Notes whether something is so.
    pub(super) fn note(&mut self, name: &'static str, so: bool) {
        self.set(name, if so { "yes" } else { "" }.to_owned());
    }

    /// The text of a fact; empty where it is not known.
    pub(super) fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(known, _)| *known == name).map_or("", |(_, text)| text)
    }

    pub(super) fn knows(&self, name: &str) -> bool {
        !self.get(name).is_empty()
    }

    /// Whether there is a fact of that name, known or not.
    fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(known, _)| *known == name)
    }
}

/// Fills a template in.
pub(super) fn render(template: &str, facts: &Facts, tone: Tone) -> String {
    let mut renderer = Renderer { rest: template, facts, tone };
    let mut text = String::new();
    while !renderer.rest.is_empty() {
        text.push_str(&renderer.segment(true).text);
    }
    tidy(&text)
}

struct Renderer<'t> {
    rest: &'t str,
    facts: &'t Facts,
    tone: Tone,
}

/// A stretch of text, and whether all that it needs is known.
struct Segment {
    text: String,
    whole: bool,
}

impl<'t> Renderer<'t> {
    /// Everything up to a mark that ends an alternative; at the top of a template such a mark is text.
    fn segment(&mut self, top: bool) -> Segment {
        let mut segment = Segment { text: String::new(), whole: true };
        while let Some(at) = self.rest.find(['{', '[', '<', '|', ']', '>']) {
            let (text, rest) = self.rest.split_at(at);
            segment.text.push_str(text);
            self.rest = rest;
            match rest.as_bytes().first() {
                Some(b'{') => self.placeholder(&mut segment),
                Some(b'[') => {
                    let chosen = self.alternatives(']').into_iter().find(|segment| segment.whole);
                    segment.text.push_str(&chosen.map(|segment| segment.text).unwrap_or_default());
                }
                Some(b'<') => {
                    let all = self.alternatives('>');
                    let wanted = match (self.tone, all.len()) {
                        (Tone::Warm, _) | (Tone::Plain, ..=2) => 0,
                        (Tone::Formal, ..=2) | (Tone::Plain, _) => 1,
                        (Tone::Formal, _) => 2,
                    };
                    let last = all.len().saturating_sub(1);
                    if let Some(chosen) = all.into_iter().nth(wanted.min(last)) {
                        segment.whole &= chosen.whole;
                        segment.text.push_str(&chosen.text);
                    }
                }
                _ if !top => return segment,
                _ => segment.text.push_str(self.take(1)),
            }
        }
        segment.text.push_str(self.rest);
        self.rest = "";
        segment
    }

    /// The alternatives up to the closing mark.
    fn alternatives(&mut self, closing: char) -> Vec<Segment> {
        let mut all = Vec::new();
        loop {
            self.take(1);
            all.push(self.segment(false));
            if self.rest.is_empty() {
                return all;
            }
            if self.rest.starts_with(closing) {
                self.take(1);
                return all;
            }
        }
    }

    /// A placeholder, or a condition.
    fn placeholder(&mut self, segment: &mut Segment) {
        let Some(end) = self.rest.find('}') else {
            segment.text.push_str(self.take(1));
            return;
        };
        let braced = self.take(end + 1);
        let name = braced.get(1..end).unwrap_or_default();
        if let Some(name) = name.strip_prefix('?') {
            segment.whole &= self.facts.knows(name);
        } else if let Some(name) = name.strip_prefix('!') {
            segment.whole &= !self.facts.knows(name);
        } else if self.facts.knows(name) {
            segment.text.push_str(self.facts.get(name));
            let stopped = segment.text.trim_end_matches('”').ends_with(['.', '?', '!']);
            if self.rest.starts_with('.') && stopped {
                self.take(1); // the fact's own stop is enough
            }
        } else {
            segment.whole &= !self.facts.has(name);
            segment.text.push_str(braced);
        }
    }

    fn take(&mut self, bytes: usize) -> &'t str {
        let (taken, rest) = self.rest.split_at_checked(bytes).unwrap_or((self.rest, ""));
        self.rest = rest;
        taken
    }
}

/// What was left out leaves no gap: no two spaces, no space at the end of a line, no more than one empty line.
fn tidy(text: &str) -> String {
    let mut tidy = String::with_capacity(text.len());
    let mut empty = 2;
    for line in text.split('\n') {
        let start = tidy.len();
        for word in line.split([' ', '\t']).filter(|word| !word.is_empty()) {
            if tidy.len() > start {
                tidy.push(' ');
            }
            tidy.push_str(word);
        }
        if tidy.len() == start {
            empty += 1;
            if empty > 1 {
                continue;
            }
        } else {
            empty = 0;
        }
        tidy.push('\n');
    }
    tidy.truncate(tidy.trim_end().len());
    tidy
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rendered(template: &str, tone: Tone) -> String {
        let mut facts = Facts::default();
        facts.set("name", "Dana".to_owned());
        facts.set("topic", String::new());
        facts.set("odd", "[a|b] {name} <c>".to_owned());
        facts.note("brief", true);
        render(template, &facts, tone)
    }

    #[test]
    fn an_alternative_needs_all_its_facts() {
        assert_eq!(
            rendered("Hi {name}.[ On {topic}.| Good day.] Bye.", Tone::Plain),
            "Hi Dana. Good day. Bye."
        );
        assert_eq!(rendered("A [about {topic}] b", Tone::Plain), "A b");
        assert_eq!(rendered("[{?brief}short|long] [{!brief}x|y]", Tone::Plain), "short y");
        assert_eq!(rendered("[[{topic}|inner] {name}|outer]", Tone::Plain), "inner Dana");
    }

    #[test]
    fn a_fact_that_ends_a_sentence_itself_gets_no_second_stop() {
        let mut facts = Facts::default();
        facts.set("company", "Acme & Co.".to_owned());
        facts.set("answer", "Why not?".to_owned());
        assert_eq!(render("I like {company}. {answer}.", &facts, Tone::Plain), "I like Acme & Co. Why not?");
        facts.set("question", "the question “Why us?”".to_owned());
        assert_eq!(render("On {question}. Yes.", &facts, Tone::Plain), "On the question “Why us?” Yes.");
    }

    #[test]
    fn a_tone_picks_its_words() {
        let template = "<Hey|Hi|Dear> <I'm|I am> [<{topic}|{name}>|none]";
        assert_eq!(rendered(template, Tone::Warm), "Hey I'm none");
        assert_eq!(rendered(template, Tone::Plain), "Hi I'm none");
        assert_eq!(rendered(template, Tone::Formal), "Dear I am Dana");
    }

    #[test]
    fn outside_brackets_a_gap_stays_visible() {
        assert_eq!(rendered("On {topic} and {nonsense}", Tone::Plain), "On {topic} and {nonsense}");
    }

    #[test]
    fn what_is_filled_in_is_not_a_template() {
        assert_eq!(rendered("{odd}!", Tone::Plain), "[a|b] {name} <c>!");
    }

    #[test]
    fn broken_templates_lose_no_text() {
        assert_eq!(rendered("a ] b | c > d", Tone::Plain), "a ] b | c > d");
        assert_eq!(rendered("open {name", Tone::Plain), "open {name");
        assert_eq!(rendered("open [b {name}", Tone::Plain), "open b Dana");
        assert_eq!(rendered("a\n\n\n\n  b  c \n", Tone::Plain), "a\n\nb c");
    }
}
