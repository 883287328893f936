//! A line of a list.

use super::{WindowBar, address};
use crate::ui::erased::several;
use crate::view;
use leptos::prelude::*;

/// A line that leads somewhere.
#[component]
pub fn Line(
    /// What it says.
    line: view::Line,
) -> AnyView {
    let side = line.side.iter().enumerate().map(|(row, text)| {
        let new_row = (row > 0).then(|| view! { <br /> });
        view! { {new_row}{address(text)} }.into_any()
    });
    let side = several(side);
    let side = (!line.side.is_empty()).then(|| view! { <span class="line__side">{side}</span> });
    view! {
        <li>
            <a class="line" href=line.href>
                <span class="line__main">
                    <span class="line__title">{line.title}</span>
                    <span class="line__about">{line.about}</span>
                </span>
                {side}
            </a>
            {line.bar.map(|bar| view! { <WindowBar bar /> })}
        </li>
    }
    .into_any()
}
