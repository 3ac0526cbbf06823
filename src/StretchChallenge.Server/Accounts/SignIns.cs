using System.Data.Common;
using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using StretchChallenge.Domain;
using StretchChallenge.Server.Live.Access;
using StretchChallenge.Storage.Accounts;
using StretchChallenge.Storage.Administration;
using StretchChallenge.Storage.Hosting;

namespace StretchChallenge.Server.Accounts;

/// <summary>
/// The browsers in which people are signed in, as they see them in their account. A sign-in that is ended here is refused on
/// this node at once, its live connections included, and on all others within <see cref="RevokedSignIns.Interval" />.
/// </summary>
internal sealed partial class SignIns(
    ISignInStore store, RevokedSignIns revoked, LiveConnections connections, TimeProvider time, ILogger<SignIns> log)
{
    /// <summary>How exactly it is known when a sign-in was last used: more often nothing is written.</summary>
    public static readonly TimeSpan Accuracy = TimeSpan.FromHours(1);

    // Kept in the cookie, so that no request reads the database for it.
    private const string LastUse = "last-use";

    /// <summary>The instant at which no cookie of today holds any more.</summary>
    public DateTimeOffset CookiesExpireAt => time.GetUtcNow() + AccountsSetup.SignInLifetime;

    /// <summary>A person's sign-ins, the last used first.</summary>
    public async Task<IReadOnlyList<SignInRecord>> LoadAsync(UserId user, CancellationToken cancellationToken) =>
        await store.LoadAsync(user, time.GetUtcNow() - AccountsSetup.SignInLifetime, cancellationToken);

    /// <summary>Saves a new sign-in, whose cookie will have these properties.</summary>
    public async Task AddAsync(UserId user, string id, HttpRequest request, AuthenticationProperties properties)
    {
        var now = time.GetUtcNow();
        await store.SaveAsync(user, new SignInRecord(id, now, now, BrowserName.Of(request.Headers.UserAgent)));
        SetLastUse(properties, now);
    }

    /// <summary>Notes that a sign-in is used, where its cookie is about to be renewed. Cookies of earlier releases are added here.</summary>
    public async Task TouchAsync(CookieValidatePrincipalContext context)
    {
        var now = time.GetUtcNow();
        if (!context.ShouldRenew
            || SignInId.Of(context.Principal) is not { } id
            || context.Principal?.IdOrNull() is not { } user
            || now - LastUseOf(context.Properties) < Accuracy)
        {
            return;
        }

        try
        {
            var browser = BrowserName.Of(context.Request.Headers.UserAgent);
            await store.SaveAsync(user, new SignInRecord(id, context.Properties.IssuedUtc ?? now, now, browser));
            SetLastUse(context.Properties, now);
        }
        catch (Exception fault) when (fault is DbException or DatabaseUnwritableException)
        {
            // Nothing depends on it; the next renewal tries again.
            SavingFailed(fault);
        }
    }

    /// <summary>Ends a sign-in of a person; returns false when they have no such one.</summary>
    public async Task<bool> EndAsync(UserId user, string id)
    {
        var ended = new RevokedSignIn(id, time.GetUtcNow(), CookiesExpireAt);
        if (!await store.EndAsync(user, ended))
        {
            return false;
        }

        revoked.Remember(ended);
        connections.CloseSignIn(id);
        return true;
    }

    /// <summary>Ends all sign-ins of a person but one, after a change of the security stamp.</summary>
    public async Task EndOthersAsync(UserId user, string? kept)
    {
        await store.EndAllAsync(user, kept, time.GetUtcNow(), CookiesExpireAt);
        await revoked.RefreshAsync();
    }

    /// <summary>What ends all sign-ins of a person in the transaction of a store, to be followed by <see cref="EndedAsync" />.</summary>
    public SignInEnd NewEnd() => new(Guid.NewGuid().ToString("N"), CookiesExpireAt);

    /// <summary>Applies here at once that a store has ended all sign-ins of a person.</summary>
    public async Task EndedAsync(UserId user, string securityStamp)
    {
        await revoked.RefreshAsync();
        connections.CloseOtherStamps(user.Value, securityStamp);
    }

    private static void SetLastUse(AuthenticationProperties properties, DateTimeOffset at) =>
        properties.Items[LastUse] = at.ToString("O", CultureInfo.InvariantCulture);

    private static DateTimeOffset LastUseOf(AuthenticationProperties properties) =>
        properties.Items.TryGetValue(LastUse, out var text)
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at)
                ? at
                : DateTimeOffset.MinValue;

    [LoggerMessage(LogLevel.Warning, "The last use of a sign-in could not be saved. It will be saved later.")]
    private partial void SavingFailed(Exception exception);
}
