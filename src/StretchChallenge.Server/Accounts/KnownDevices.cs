using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using StretchChallenge.Domain;
using Secret = StretchChallenge.Server.Security.Secret;

namespace StretchChallenge.Server.Accounts;

/// <summary>
/// Recognises the devices on which an account was signed in before, by a signed cookie. It signs nobody in: it only passes
/// the limit of wrong passwords that strangers can use up.
/// </summary>
internal sealed class KnownDevices(IDataProtectionProvider protection, TimeProvider time)
{
    /// <summary>The cookie's name.</summary>
    public const string Cookie = "stretch-device";

    private const char Separator = ' ';

    // Browsers keep no cookie for longer.
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(400);

    private readonly IDataProtector _protector = protection.CreateProtector("StretchChallenge.KnownDevices");

    /// <summary>The id of the caller's device if it is known to the account, or signed in to it; null otherwise.</summary>
    public string? Find(HttpContext context, UserId account)
    {
        if (context.Request.Cookies[Cookie] is { } cookie && Read(cookie) is [var owner, var device] && owner == account.Value)
        {
            return device;
        }

        return context.User.IdOrNull() == account ? account.Value : null;
    }

    /// <summary>Makes the caller's device known to the account.</summary>
    public void Remember(HttpContext context, UserId account) => context.Response.Cookies.Append(
        Cookie,
        _protector.Protect($"{account.Value}{Separator}{Find(context, account) ?? Secret.Next()}"),
        new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
            Expires = time.GetUtcNow() + Lifetime,
        });

    private string[]? Read(string cookie)
    {
        try
        {
            return _protector.Unprotect(cookie).Split(Separator);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
