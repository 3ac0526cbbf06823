using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using StretchChallenge.Contracts.Outcomes;
using StretchChallenge.Contracts.Refusals;
using StretchChallenge.Domain;
using StretchChallenge.Server.Accounts.Identity;
using StretchChallenge.Server.Accounts.Passkeys;
using StretchChallenge.Server.Accounts.Passwords;
using StretchChallenge.Server.Problems;
using StretchChallenge.Server.Problems.Fields;
using StretchChallenge.Server.RateLimits;
using StretchChallenge.Storage.Accounts;

namespace StretchChallenge.Server.Accounts;

/// <summary>The body of <c>POST /api/account/register</c>.</summary>
/// <param name="Email">The address that the person signs in with.</param>
/// <param name="Password">8 to 128 characters. It may be left out with a passkey.</param>
/// <param name="DisplayName">The name shown to others, 1 to 60 characters.</param>
/// <param name="TimeZone">The person's IANA time zone.</param>
/// <param name="SetupCode">The code that the server prints when it starts. Needed for the first account only.</param>
/// <param name="Invitation">The invitation code of a challenge. Needed where only who is invited may register.</param>
/// <param name="Passkey">The authenticator's answer to <c>POST /api/account/register/passkey</c>, to sign in by it.</param>
public sealed record RegisterRequest(
    string? Email,
    string? Password,
    string? DisplayName,
    string? TimeZone,
    string? SetupCode = null,
    string? Invitation = null,
    PasskeyAnswer? Passkey = null);

/// <summary>Creates an account and signs it in.</summary>
internal static class RegistrationEndpoint
{
    /// <summary>The longest display name, in characters.</summary>
    public const int LongestName = 60;

    /// <summary>Answers <c>POST /api/account/register</c>.</summary>
    public static async Task<Results<Created<AccountView>, ProblemHttpResult>> RegisterAsync(
        RegisterRequest request,
        HttpContext context,
        SetupCode setupCode,
        SetupCodePolicy policy,
        RegistrationAdmission admission,
        PasswordGate gate,
        RegistrationService registrations,
        PasskeyCeremonies ceremonies,
        SignInService signIn,
        ProfileService profiles)
    {
        var rules = new FieldRules();
        var details = Check(rules, request, needsPassword: request.Passkey is null);
        if (rules.Refusal is { } refusal)
        {
            return refusal;
        }

        if (await admission.FindRefusalAsync(details.Email, request.Invitation, context.RequestAborted) is { } notAdmitted)
        {
            return Problem.Of(notAdmitted);
        }

        var passkey = request.Passkey is { } answer
            ? await ceremonies.ReadRegistrationAsync(answer, BrowserName.Of(context.Request.Headers.UserAgent), context)
            : null;
        if (request.Passkey is not null && passkey is null)
        {
            return Problem.Of(AccountRefusals.PasskeyInvalid("passkey"));
        }

        var hash = details.Password.Length > 0 ? await HashAsync(details, gate, registrations, context.RequestAborted) : null;
        if (hash is null && passkey is null)
        {
            return context.Response.Busy(PasswordGate.RetryAfter);
        }

        var mayBeFirst = !policy.NeedsCode || setupCode.Matches(request.SetupCode);
        var result = passkey is null
            ? await registrations.RegisterAsync(details, hash!, mayBeFirst, context.RequestAborted)
            : await registrations.RegisterAsync(details, passkey, mayBeFirst, context.RequestAborted);
        if (result.Account is not { } account)
        {
            return ToProblem(result.Creation, request.SetupCode);
        }

        await signIn.SignInAsync(account);
        return TypedResults.Created("/api/account", await profiles.ToViewAsync(account, context.RequestAborted));
    }

    // Null when the gate's queue is full. The turn ends before the account is saved.
    private static async Task<string?> HashAsync(
        RegistrationDetails details, PasswordGate gate, RegistrationService registrations, CancellationToken cancellationToken)
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        return turn.IsAcquired ? registrations.HashPassword(details) : null;
    }

    /// <summary>Checks the fields.</summary>
    public static RegistrationDetails Check(FieldRules rules, RegisterRequest request, bool needsPassword)
    {
        var email = rules.Email("email", request.Email);
        var name = rules.Text("displayName", request.DisplayName, shortest: 1, LongestName);
        var zone = rules.TimeZone("timeZone", request.TimeZone);
        var password = needsPassword ? rules.Password("password", request.Password, email, name) : "";
        return new RegistrationDetails(email, password, name, zone);
    }

    /// <summary>Why the first account cannot be made with this code, or without one.</summary>
    public static Refusal SetupCodeRefusal(string? enteredCode) =>
        string.IsNullOrWhiteSpace(enteredCode) ? AccountRefusals.SetupCodeNeeded : AccountRefusals.SetupCodeWrong;

    private static ProblemHttpResult ToProblem(AccountCreation? creation, string? enteredCode) => creation switch
    {
        AccountCreation.EmailTaken => Problem.Of(AccountRefusals.EmailTaken),
        AccountCreation.FirstAccountNeedsSetup => Problem.Of(SetupCodeRefusal(enteredCode)),
        null => Problem.Of(AccountRefusals.PasskeyInvalid("passkey")),
        _ => Problem.Of(RequestRefusals.Conflict),
    };
}

/// <summary>The fields of a <see cref="RegisterRequest" /> after validation.</summary>
/// <param name="Email">The e-mail.</param>
/// <param name="Password">The password; empty where there is none.</param>
/// <param name="DisplayName">The name shown to others.</param>
/// <param name="TimeZone">The time zone.</param>
internal sealed record RegistrationDetails(string Email, string Password, string DisplayName, string TimeZone);

/// <summary>The result of a registration.</summary>
/// <param name="Creation">The store's answer; null when the passkey was used before.</param>
/// <param name="Account">The new account; null if none was created.</param>
internal sealed record RegistrationResult(AccountCreation? Creation, AccountRecord? Account);

/// <summary>Creates accounts of people.</summary>
internal sealed class RegistrationService(
    IAccountStore accounts,
    IPasskeyStore passkeys,
    IPasswordHasher<Account> hasher,
    ILookupNormalizer normalizer,
    TimeProvider time)
{
    /// <summary>The hash of the password; costs about 80 ms of a processor.</summary>
    public string HashPassword(RegistrationDetails details) => hasher.HashPassword(new Account(NewRecord(details)), details.Password);

    /// <summary>Creates an account, or returns why it was not created.</summary>
    /// <param name="details">The validated fields.</param>
    /// <param name="passwordHash">The hash of the password.</param>
    /// <param name="mayBeFirst">Whether this may be the site's first account, which becomes its administrator.</param>
    /// <param name="cancellationToken">Cancels the wait, not a write that has been queued.</param>
    public async Task<RegistrationResult> RegisterAsync(
        RegistrationDetails details, string passwordHash, bool mayBeFirst, CancellationToken cancellationToken)
    {
        var account = NewRecord(details) with { PasswordHash = passwordHash };
        return ToResult(await accounts.CreateAsync(account, mayBeFirst, cancellationToken), account);
    }

    /// <summary>Creates an account that signs in by a passkey alone, or returns why it was not created.</summary>
    public async Task<RegistrationResult> RegisterAsync(
        RegistrationDetails details, NewPasskey passkey, bool mayBeFirst, CancellationToken cancellationToken)
    {
        var account = NewRecord(details) with { Id = passkey.Passkey.UserId };
        var creation = await passkeys.CreateAccountAsync(account, mayBeFirst, passkey.Passkey, passkey.Challenge, cancellationToken);
        return ToResult(creation, account);
    }

    /// <summary>The id of a new account.</summary>
    public static UserId NewId() => new(Guid.NewGuid().ToString("N"));

    private static RegistrationResult ToResult(AccountCreation? creation, AccountRecord account) =>
        creation is AccountCreation.Created created
            ? new RegistrationResult(creation, account with { IsSiteAdministrator = created.IsSiteAdministrator })
            : new RegistrationResult(creation, null);

    private AccountRecord NewRecord(RegistrationDetails details) => new(
        NewId(),
        details.Email,
        normalizer.NormalizeName(details.Email),
        details.DisplayName,
        details.TimeZone,
        ShowName: false,
        PasswordHash: null,
        SecurityStamp: Guid.NewGuid().ToString("N"),
        ConcurrencyStamp: Guid.NewGuid().ToString("N"),
        LockoutEnd: null,
        AccessFailedCount: 0,
        IsSiteAdministrator: false,
        AccountKind.Person,
        time.GetUtcNow());
}
