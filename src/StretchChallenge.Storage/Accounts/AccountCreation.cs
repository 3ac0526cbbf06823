namespace StretchChallenge.Storage.Accounts;

/// <summary>What became of a new account.</summary>
public abstract record AccountCreation
{
    private AccountCreation()
    {
    }

    /// <summary>Saved; the very first person became the site's administrator.</summary>
    public sealed record Created(bool IsSiteAdministrator) : AccountCreation;

    /// <summary>Refused: another account has the e-mail.</summary>
    public sealed record EmailTaken : AccountCreation;

    /// <summary>Refused: it would be the first person, and the caller does not allow that.</summary>
    public sealed record FirstAccountNeedsSetup : AccountCreation;
}
