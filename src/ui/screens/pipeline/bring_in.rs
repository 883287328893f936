//! A list of applications brought in from a spreadsheet: pasted or opened, looked at line by line, and taken or left.

use super::Act;
use crate::exchange::applications::NoCompany;
use crate::platform::download;
use crate::ui::components::{Actions, Button, FilePick, Kind, List, Sheet, TextArea, setter};
use crate::ui::type_erased::{memo, nothing, shown};
use crate::view_models::{Import, ImportLine};
use leptos::{html, prelude::*};

/// So many lines are shown; of more one sees no more.
const SHOWN: usize = 100;

/// The dialog, while it is open. `read` looks at a list beside what is here.
pub fn sheet(
    open: RwSignal<bool>,
    read: impl Fn(&str) -> Result<Import, NoCompany> + Send + Sync + 'static,
    act: Callback<Act>,
) -> AnyView {
    let text = RwSignal::new(String::new());
    let (wrong, dialog) = (RwSignal::new(String::new()), NodeRef::<html::Dialog>::new());
    let import = memo(move || {
        text.with(|text| (!text.trim().is_empty()).then(|| read(text).map_err(|why| why.to_string())))
    });
    let picked = Callback::new(move |file: web_sys::File| {
        leptos::task::spawn_local(async move {
            match download::text_of(&file).await {
                Ok(read) => drop(text.try_set(read)),
                Err(why) => drop(wrong.try_set(why)),
            }
        });
    });
    let bring_in = Callback::new(move |()| {
        if let Some(Ok(import)) = import.get_untracked()
            && let Some(command) = import.command()
        {
            act.run(Act::BringIn(command));
            if let Some(dialog) = dialog.get_untracked() {
                dialog.close();
            }
        }
    });
    view! {
        <Sheet title="Bring in a list" closed=Callback::new(move |()| open.set(false)) node=dialog>
            <p>"From a spreadsheet: save it as CSV and open it here, or copy its lines and paste them. The first line names the columns: Company, Role, Date applied, Status, Link, Notes."</p>
            <FilePick label="Open a CSV file" accept=".csv,.tsv,.txt,text/csv" picked />
            <TextArea label="Or paste it" value=text input=setter(text) />
            <p class="field__wrong" role="alert" hidden=move || wrong.with(String::is_empty)>{wrong}</p>
            {shown(move || match import.get() {
                None => nothing(),
                Some(Err(why)) => view! { <p class="field__wrong" role="alert">{why}</p> }.into_any(),
                Some(Ok(import)) => preview(&import, bring_in),
            })}
        </Sheet>
    }
    .into_any()
}

fn preview(import: &Import, bring_in: Callback<()>) -> AnyView {
    let line = |line: &ImportLine| {
        view! {
            <li data-skipped=line.skipped.then_some("")>
                <span>{line.title.clone()}</span>
                <span class="line__about">{line.about.clone()}</span>
            </li>
        }
        .into_any()
    };
    let items = import.lines.iter().take(SHOWN).map(line).collect();
    let rest = import.lines.len().saturating_sub(SHOWN);
    let rest = (rest > 0).then(|| view! { <p class="small muted">{format!("and {rest} more lines")}</p> });
    let any = import.command().is_some();
    view! {
        <p role="status">{import.outcome()} " " {import.left_out.clone()}</p>
        <List items class="list pipeline__lines" />
        {rest}
        {any.then(|| view! { <Actions><Button kind=Kind::Primary label="Bring them in" press=bring_in /></Actions> })}
    }
    .into_any()
}
