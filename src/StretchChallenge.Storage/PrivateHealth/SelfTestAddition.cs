namespace StretchChallenge.Storage.PrivateHealth;

/// <summary>What became of a new result.</summary>
public enum SelfTestAddition
{
    /// <summary>It is stored.</summary>
    Added,

    /// <summary>The person has as many results as they may have.</summary>
    Full,

    /// <summary>The account is gone.</summary>
    NoAccount,
}
