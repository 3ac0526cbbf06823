namespace StretchChallenge.Storage.Accounts;

/// <summary>What became of a change of an account.</summary>
public enum AccountUpdate
{
    /// <summary>Saved.</summary>
    Updated,

    /// <summary>Refused: the account changed since it was read, or is gone.</summary>
    Stale,

    /// <summary>Refused: another account has the e-mail.</summary>
    EmailTaken,
}
