using StretchChallenge.Contracts.Outcomes;

namespace StretchChallenge.Contracts.Refusals;

/// <summary>Refusals about what site administrators decide, and about passwords and devices.</summary>
public static class AdministrationRefusals
{
    /// <summary>The right password of an account that is disabled.</summary>
    public static Refusal AccountDisabled { get; } =
        Refusal.Forbidden("This account is disabled. Ask whoever administers this site.");

    /// <summary>A change that would leave nobody to administer the site.</summary>
    public static Refusal LastAdministrator { get; } =
        Refusal.Conflict("Nobody else administers this site. Appoint another administrator first.");

    /// <summary>Administrators who disable or, among the others', delete their own account.</summary>
    public static Refusal OwnAccountStays { get; } =
        Refusal.Conflict("Nobody can do this to their own account. Ask another administrator.");

    /// <summary>The deletion of somebody whose challenge would be left without an organiser.</summary>
    public static Refusal OnlyOrganiser { get; } =
        Refusal.Conflict("This person is the only organiser of a challenge that others are in. Let them make somebody else organiser first.");

    /// <summary>A registration while nobody may register.</summary>
    public static Refusal RegistrationClosed { get; } =
        Refusal.Forbidden("Nobody can register here at the moment. Ask whoever administers this site.");

    /// <summary>A registration without an invitation, where one is needed.</summary>
    public static Refusal InvitationNeeded { get; } =
        Refusal.Forbidden("Only who is invited can register here. Enter the code of your invitation, or open its link.").At("invitation");

    /// <summary>A registration with an e-mail of another domain than those that are allowed.</summary>
    public static Refusal EmailDomainNotAllowed(string domains) =>
        Refusal.Forbidden($"Register with an e-mail of {domains}.").At("email").With("domains", domains);

    /// <summary>A text that is no domain of e-mails.</summary>
    public static Refusal NotADomain(string field) => Refusal.Invalid($"'{field}' is a list of domains such as example.com.").At(field);

    /// <summary>More domains than the most.</summary>
    public static Refusal TooManyDomains(string field, int most) =>
        Refusal.Invalid($"'{field}' may have up to {most} domains.").At(field).With("most", most);

    /// <summary>A link for a new password that is not valid, or not any more.</summary>
    public static Refusal UnknownResetLink { get; } =
        Refusal.NotFound("This link was used already, has expired, or never existed. Ask an administrator for a new one.");

    /// <summary>There is no such sign-in.</summary>
    public static Refusal UnknownDevice { get; } = Refusal.NotFound("You are not signed in on such a device, or not any more.");

    /// <summary>A backup of a database that the server has no file of.</summary>
    public static Refusal BackupElsewhere { get; } =
        Refusal.Conflict("The data is in PostgreSQL: use deploy/backup, which deploy/README.md describes.");

    /// <summary>A backup while another is being written.</summary>
    public static Refusal BackupRunning { get; } = Refusal.Conflict("A backup is being written. Wait until it is done.");

    /// <summary>A backup that could not be written.</summary>
    public static Refusal BackupFailed { get; } =
        Refusal.Conflict("The backup could not be written; nothing was left. The server's log says why.");
}
