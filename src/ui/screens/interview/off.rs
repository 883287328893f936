//! A round that did not take place, was called off, or should not be here at all.

use super::editor::InterviewEditor;
use crate::commands::Command;
use crate::model::{OpportunityId, RoundId};
use crate::platform::clock;
use crate::ui::components::{Actions, Kind, Menu, MenuItem};
use crate::ui::type_erased::shown;
use leptos::prelude::*;

/// What else can be said of a round than how it was or will be.
pub fn off(editor: InterviewEditor, opportunity: OpportunityId, round: RoundId) -> AnyView {
    let call_off = Callback::new(move |()| {
        editor.instead(Command::CallOffRound { opportunity, round, at: clock::now() });
    });
    let remove = Callback::new(move |()| editor.instead(Command::RemoveRound { opportunity, round }));
    let new_day = Callback::new(move |()| editor.new_day());
    shown(move || {
        let menu = if editor.to_come.get() {
            view! {
                <Menu label="It is off" kind=Kind::Quiet side="start">
                    <MenuItem label="It was called off" press=call_off />
                    <MenuItem label="Remove this round" press=remove />
                </Menu>
            }
        } else {
            view! {
                <Menu label="It did not take place" kind=Kind::Quiet side="start">
                    <MenuItem label="There is a new day" press=new_day />
                    <MenuItem label="No new day yet" press=call_off />
                    <MenuItem label="Remove this round" press=remove />
                </Menu>
            }
        };
        view! { <Actions>{menu}</Actions> }.into_any()
    })
}
