use super::number;
use crate::warning::{MailboxRule, Warning};

/// What to look at twice, for readers entitled to the snapshot.
pub(crate) fn warning(warning: &Warning<'_>) -> String {
    let fixed = match warning {
        Warning::SimilarDomain { suggestion } => {
            return format!("Did you mean {suggestion}? This domain is nearly the same.");
        }
        Warning::PossibleSameMailbox { of, rule } => {
            let rule = match rule {
                MailboxRule::PlusTag => "without what follows the +",
                MailboxRule::GmailDots => "as Gmail ignores dots",
            };
            return format!("This may be the same mailbox as number {}, {rule}.", number(*of));
        }
        Warning::LimitNearlyReached { limit, max, used } => {
            let nearly = if used < max { "nearly " } else { "" };
            return format!(
                "The limit \"{limit}\" is {nearly}reached: {used} of {max} will be used."
            );
        }
        Warning::ExternalRecipient => "This recipient is outside the organization.",
        Warning::EmailNormalized { .. } => "The email address is used in another spelling.",
        Warning::IdnDomain => {
            "The domain uses more than unaccented letters; make sure that it is the one you mean."
        }
        Warning::MessageIgnored => "The message is not sent, as recipients are not notified.",
        Warning::MessageControlCharacter => "The message contains a control character.",
        Warning::DisplayNameContainsAddress => {
            "The name contains an email address; only the address in <> is a recipient."
        }
    };
    fixed.to_owned()
}
