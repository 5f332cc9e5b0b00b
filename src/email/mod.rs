//! E-mail addresses and domains (contract, section 4).

mod address;
mod domain;
mod fault;
mod idna2008;
mod invisible;
mod local;
mod pattern;
mod plain;
mod recent;
mod script;
mod symbol;

pub use address::EmailAddress;
#[cfg(all(test, not(target_arch = "wasm32")))]
pub(crate) use domain::a_labels;
pub use fault::EmailFault;
pub use pattern::DomainPattern;
pub(crate) use recent::Recent;
