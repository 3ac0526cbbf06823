using System.Buffers.Text;
using Microsoft.AspNetCore.Identity;
using StretchChallenge.Server.Accounts.Passkeys;
using StretchChallenge.Storage.Accounts;

namespace StretchChallenge.Server.Accounts.Identity;

/// <summary>What Identity's handler reads of passkeys.</summary>
internal sealed partial class AccountUserStore : IUserPasskeyStore<Account>
{
    /// <inheritdoc />
    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(Account user, CancellationToken cancellationToken) =>
        [.. (await passkeys.LoadAsync(user.Record.Id, cancellationToken)).Select(ToInfo)];

    /// <inheritdoc />
    public async Task<Account?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) =>
        await passkeys.FindAsync(Base64Url.EncodeToString(credentialId), cancellationToken) is { } passkey
            ? await FindByIdAsync(passkey.UserId.Value, cancellationToken)
            : null;

    /// <inheritdoc />
    public async Task<UserPasskeyInfo?> FindPasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken) =>
        await passkeys.FindAsync(Base64Url.EncodeToString(credentialId), cancellationToken) is { } passkey && passkey.UserId == user.Record.Id
            ? ToInfo(passkey)
            : null;

    /// <summary>Not supported: <see cref="PasskeyCeremonies" /> stores passkeys together with the challenge that is used up.</summary>
    public Task AddOrUpdatePasskeyAsync(Account user, UserPasskeyInfo passkey, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Passkeys are stored by PasskeyCeremonies.");

    /// <summary>Not supported: <see cref="IPasskeyStore" /> keeps the last means of signing in.</summary>
    public Task RemovePasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Passkeys are removed through IPasskeyStore.");

    // Attestations are neither asked for nor stored. A passkey is only made, and only accepted, with the user verified.
    private static UserPasskeyInfo ToInfo(PasskeyRecord passkey) => new(
        Base64Url.DecodeFromChars(passkey.CredentialId),
        passkey.PublicKey,
        passkey.CreatedAt,
        (uint)passkey.SignCount,
        PasskeyTransports.Read(passkey.Transports),
        isUserVerified: true,
        passkey.IsBackupEligible,
        passkey.IsBackedUp,
        attestationObject: [],
        clientDataJson: []);
}
