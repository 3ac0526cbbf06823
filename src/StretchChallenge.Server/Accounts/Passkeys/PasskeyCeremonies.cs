using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using StretchChallenge.Domain;
using StretchChallenge.Server.Accounts.Identity;
using StretchChallenge.Storage.Accounts;
using StretchChallenge.Storage.Hosting;

namespace StretchChallenge.Server.Accounts.Passkeys;

/// <summary>What a browser needs to ask an authenticator.</summary>
/// <param name="State">To be sent back with the answer, within <see cref="PasskeyCeremonies.Lifetime" />; it holds for one answer.</param>
/// <param name="Options">The options of WebAuthn, as <c>PublicKeyCredential.parse…OptionsFromJSON</c> reads them.</param>
public sealed record PasskeyCeremony(string State, JsonElement Options);

/// <summary>An authenticator's answer.</summary>
/// <param name="State">The state that came with the options.</param>
/// <param name="Credential">The credential, as <c>PublicKeyCredential.toJSON</c> writes it.</param>
public sealed record PasskeyAnswer(string? State, JsonElement? Credential);

/// <summary>
/// WebAuthn's ceremonies by ASP.NET Core Identity's handler. Its state, the challenge above all, goes to the browser encrypted and
/// comes back with the answer, so that any node can check it; the store refuses a second answer.
/// </summary>
internal sealed class PasskeyCeremonies(
    IPasskeyHandler<Account> handler, IPasskeyStore store, IDataProtectionProvider protection, TimeProvider time)
{
    /// <summary>How long an authenticator may take to answer.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    // The state of one ceremony is none of another.
    private readonly IDataProtector _registrations = protection.CreateProtector("StretchChallenge.Passkeys.Registration");
    private readonly IDataProtector _additions = protection.CreateProtector("StretchChallenge.Passkeys.Addition");
    private readonly IDataProtector _requests = protection.CreateProtector("StretchChallenge.Passkeys.Request");

    /// <summary>Begins to make a first passkey, for an account that is to be made with this id.</summary>
    public Task<PasskeyCeremony> BeginRegistrationAsync(UserId user, string email, string name, HttpContext context) =>
        BeginCreationAsync(_registrations, new PasskeyUserEntity { Id = user.Value, Name = email, DisplayName = name }, context);

    /// <summary>Begins to make a further passkey of an account.</summary>
    public Task<PasskeyCeremony> BeginAdditionAsync(UserId user, string email, string name, HttpContext context) =>
        BeginCreationAsync(_additions, new PasskeyUserEntity { Id = user.Value, Name = email, DisplayName = name }, context);

    /// <summary>Begins a sign-in by any passkey of this site.</summary>
    public async Task<PasskeyCeremony> BeginRequestAsync(HttpContext context)
    {
        var options = await handler.MakeRequestOptionsAsync(user: null, context);
        return new PasskeyCeremony(Protect(_requests, options.AssertionState), JsonElement.Parse(options.RequestOptionsJson));
    }

    /// <summary>Reads a first passkey, which is not stored yet. Null when it is not sound.</summary>
    public Task<NewPasskey?> ReadRegistrationAsync(PasskeyAnswer answer, string? name, HttpContext context) =>
        ReadCreationAsync(_registrations, answer, name, context);

    /// <summary>Reads a further passkey, which is not stored yet. Null when it is not sound.</summary>
    public Task<NewPasskey?> ReadAdditionAsync(PasskeyAnswer answer, string? name, HttpContext context) =>
        ReadCreationAsync(_additions, answer, name, context);

    /// <summary>Checks a passkey that was used, and uses the answer up; null when it is not sound.</summary>
    public async Task<AccountRecord?> CheckAsync(PasskeyAnswer answer, HttpContext context)
    {
        if (Unprotect(_requests, answer) is not { } state)
        {
            return null;
        }

        var result = await handler.PerformAssertionAsync(new PasskeyAssertionContext
        {
            HttpContext = context,
            CredentialJson = answer.Credential!.Value.GetRawText(),
            AssertionState = state.Options,
        });
        ThrowIfUnavailable(result.Failure);
        if (!result.Succeeded)
        {
            return null;
        }

        var credential = Base64Url.EncodeToString(result.Passkey.CredentialId);
        var use = new PasskeyUse(credential, result.Passkey.SignCount, result.Passkey.IsBackedUp, time.GetUtcNow());
        return await store.UseAsync(use, state.Use(time)) ? result.User.Record : null;
    }

    private async Task<PasskeyCeremony> BeginCreationAsync(IDataProtector protector, PasskeyUserEntity entity, HttpContext context)
    {
        var options = await handler.MakeCreationOptionsAsync(entity, context);
        return new PasskeyCeremony(Protect(protector, options.AttestationState), JsonElement.Parse(options.CreationOptionsJson));
    }

    private async Task<NewPasskey?> ReadCreationAsync(IDataProtector protector, PasskeyAnswer answer, string? name, HttpContext context)
    {
        if (Unprotect(protector, answer) is not { } state)
        {
            return null;
        }

        var result = await handler.PerformAttestationAsync(new PasskeyAttestationContext
        {
            HttpContext = context,
            CredentialJson = answer.Credential!.Value.GetRawText(),
            AttestationState = state.Options,
        });
        ThrowIfUnavailable(result.Failure);
        return result.Succeeded ? new NewPasskey(ToRecord(result.Passkey, result.UserEntity, name), state.Use(time)) : null;
    }

    private PasskeyRecord ToRecord(UserPasskeyInfo passkey, PasskeyUserEntity entity, string? name) => new(
        Guid.NewGuid().ToString("N"),
        new UserId(entity.Id),
        Base64Url.EncodeToString(passkey.CredentialId),
        name ?? "",
        passkey.PublicKey,
        passkey.SignCount,
        passkey.IsBackupEligible,
        passkey.IsBackedUp,
        PasskeyTransports.Write(passkey.Transports),
        time.GetUtcNow(),
        LastUsedAt: null);

    private string Protect(IDataProtector protector, string? options) => Base64Url.EncodeToString(protector.Protect(
        JsonSerializer.SerializeToUtf8Bytes(new CeremonyState(Guid.NewGuid().ToString("N"), options ?? "", time.GetUtcNow() + Lifetime))));

    private CeremonyState? Unprotect(IDataProtector protector, PasskeyAnswer answer)
    {
        if (string.IsNullOrEmpty(answer.State) || answer.Credential is not { ValueKind: JsonValueKind.Object })
        {
            return null;
        }

        try
        {
            var bytes = protector.Unprotect(Base64Url.DecodeFromChars(answer.State));
            return JsonSerializer.Deserialize<CeremonyState>(bytes) is { } state && time.GetUtcNow() < state.ExpiresAt ? state : null;
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException)
        {
            return null;
        }
    }

    // The handler takes every exception for a passkey that is not sound.
    private static void ThrowIfUnavailable(PasskeyException? failure)
    {
        if (failure?.InnerException is { } inner && (TransientFault.IsIn(inner) || UnwritableDatabase.IsIn(inner)))
        {
            throw new InvalidOperationException("The passkey could not be checked.", inner);
        }
    }

    private sealed record CeremonyState(string Id, string Options, DateTimeOffset ExpiresAt)
    {
        public UsedChallenge Use(TimeProvider time) => new(Id, ExpiresAt, time.GetUtcNow());
    }
}

/// <summary>A passkey that was made, with the challenge that its authenticator answered.</summary>
internal sealed record NewPasskey(PasskeyRecord Passkey, UsedChallenge Challenge);

/// <summary>How an authenticator is reached: a few words that browsers give.</summary>
internal static class PasskeyTransports
{
    private const int Most = 8;

    /// <summary>The words as they are stored; others than short ones are left out.</summary>
    public static string Write(string[]? transports) => string.Join(
        ' ',
        (transports ?? []).Where(word => word.Length is > 0 and <= 20 && word.All(letter => char.IsAsciiLetter(letter) || letter == '-')).Take(Most));

    /// <summary>The words that were stored.</summary>
    public static string[] Read(string stored) => stored.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
