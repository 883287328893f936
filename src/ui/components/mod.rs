//! The small parts that screens are made of. They know nothing of interviews.

mod address;
mod bar;
mod button;
mod choice;
mod field;
mod file_pick;
mod form;
mod layout;
mod line;
mod menu;
mod sheet;
mod why;

pub use address::address;
pub use bar::{AxisHead, WindowBar};
pub use button::{Button, ButtonLink, Kind, show_more};
pub use choice::{Check, Choice, Options, Select, pick};
pub use field::{Field, Takes, TextArea, bound, setter};
pub use file_pick::FilePick;
pub use form::Form;
pub use layout::{Actions, Head, List, Notice, Pair, Section, list_section, paragraph, paragraph_if};
pub use line::{AxisLine, Line, OpenLines, move_among_lines, next_line};
pub use menu::{Menu, MenuItem, close_menus, leave_menu, leave_menus_without_focus, move_in_menu};
pub use sheet::{SaidInDialog, Sheet};
pub use why::Why;

use leptos::prelude::{Callable, Callback};

/// Tells whoever listens, if they are still there. An element that is taken off the page may have a last word: of a
/// field that was typed in it is that this is over.
fn tell<T: 'static>(listener: Callback<T>, word: T) {
    let _ = listener.try_run(word);
}
