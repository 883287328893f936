//! A file or a folder a screen.

mod card;
pub mod data;
mod find;
pub mod interview;
pub mod lessons;
pub mod letter;
pub mod look_back;
pub mod more;
pub mod not_found;
pub mod offers;
pub mod opportunity;
pub mod people;
pub mod person;
pub mod pipeline;
pub mod playbook;
pub mod prepare;
mod signing;
pub mod templates;
pub mod they_wrote;
pub mod today;
