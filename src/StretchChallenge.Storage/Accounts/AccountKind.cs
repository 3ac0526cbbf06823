namespace StretchChallenge.Storage.Accounts;

/// <summary>Whose account it is. Demo people and guests never count as people.</summary>
public enum AccountKind
{
    /// <summary>Somebody who registered.</summary>
    Person,

    /// <summary>A simulated colleague of the demo challenge.</summary>
    Demo,

    /// <summary>A visitor of the demo challenge.</summary>
    Guest,
}
