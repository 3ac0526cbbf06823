namespace StretchChallenge.Storage.PrivateHealth;

/// <summary>The result of a self-test as it is stored.</summary>
/// <param name="Id">Its id, which tells nothing of it.</param>
/// <param name="Sealed">The result, encrypted.</param>
public sealed record SealedSelfTest(string Id, byte[] Sealed);
