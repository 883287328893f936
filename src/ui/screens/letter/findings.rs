//! What the checks say, each with its reason and, where there is one, its fix.

use super::state::{Checks, LetterEditor};
use crate::letters::{Check, Finding, Part, Weight};
use crate::ui::components::{Button, Kind};
use crate::ui::type_erased::{memo, several, shown_if, text};
use crate::words;
use leptos::prelude::*;

pub fn findings(editor: LetterEditor) -> AnyView {
    // Typing changes nothing here until the checks have something else to say.
    let found = memo(move || {
        editor.state.with(|state| (state.checks != Checks::Preparing).then(|| state.findings.clone()))
    });
    view! {
        <section class="section" aria-live="polite">
            {shown_if(move || found.with(Option::is_some).then(|| {
                let count = move || found.with(|found| found.as_ref().map_or(0, Vec::len));
                view! { <h2>{text(move || heading(count()))}</h2> }.into_any()
            }))}
            {shown_if(move || {
                let lines: Vec<AnyView> = found.get()?.into_iter().map(|finding| line(editor, finding)).collect();
                Some(if lines.is_empty() { quiet() } else { view! { <ul class="list">{several(lines)}</ul> }.into_any() })
            })}
        </section>
    }
    .into_any()
}

fn heading(count: usize) -> String {
    match count {
        0 => "Reads well".to_owned(),
        1 => "One thing to look at".to_owned(),
        count => format!("{} things to look at", words::capitalized(&words::number(count))),
    }
}

fn quiet() -> AnyView {
    view! { <p class="muted">"Names, thanks, length, wording, and what others got: nothing stands out."</p> }
        .into_any()
}

fn line(editor: LetterEditor, finding: Finding) -> AnyView {
    let reason = finding.reason.clone();
    let part = finding.part;
    let fix = finding.fix.clone().map(|fix| {
        let label = fix.label.clone();
        let press = Callback::new(move |()| editor.mend(part, &fix));
        view! { <Button label about=reason.clone() press /> }
    });
    let place = finding.at.first().cloned().filter(|_| part == Part::Body);
    let show = place.map(|at| {
        let press = Callback::new(move |()| editor.point_at(&at));
        view! { <Button kind=Kind::Quiet label="Show" about=reason.clone() press /> }
    });
    let read = (finding.check == Check::NotProofread).then(|| {
        view! {
            <Button label="Share the draft" press=Callback::new(move |()| super::ways::share_or_copy(editor)) />
            <Button kind=Kind::Quiet label="Somebody has read it" press=Callback::new(move |()| editor.mark_read()) />
        }
    });
    view! {
        <li class="letter__finding" data-weight=weight(finding.weight)>
            <p>{finding.reason}</p>
            <div class="row">{fix}{show}{read}</div>
        </li>
    }
    .into_any()
}

fn weight(weight: Weight) -> &'static str {
    match weight {
        Weight::Stop => "stop",
        Weight::Better => "better",
        Weight::Hint => "hint",
    }
}
