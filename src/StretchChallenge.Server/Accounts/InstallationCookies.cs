using Microsoft.AspNetCore.Authentication.Cookies;
using StretchChallenge.Server.Security;

namespace StretchChallenge.Server.Accounts;

/// <summary>
/// Names the sign-in cookie after the installation and the scheme. Browsers keep cookies by host alone: two servers on other
/// ports of one host would overwrite each other's, and over http a browser refuses to replace a cookie that was set over https.
/// </summary>
/// <remarks>The cookie of earlier versions, which had one name everywhere, is still read.</remarks>
internal sealed class InstallationCookies(MasterKey masterKey) : ICookieManager
{
    private readonly ChunkingCookieManager _cookies = new();
    private readonly string _installation = Convert.ToHexStringLower(masterKey.Derive("cookie-name").AsSpan(0, 4));

    /// <inheritdoc />
    public string? GetRequestCookie(HttpContext context, string key) =>
        _cookies.GetRequestCookie(context, NameOf(context, key)) ?? _cookies.GetRequestCookie(context, key);

    /// <inheritdoc />
    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) =>
        _cookies.AppendResponseCookie(context, NameOf(context, key), value, options);

    /// <inheritdoc />
    public void DeleteCookie(HttpContext context, string key, CookieOptions options)
    {
        _cookies.DeleteCookie(context, NameOf(context, key), options);
        if (context.Request.Cookies.ContainsKey(key))
        {
            _cookies.DeleteCookie(context, key, options);
        }
    }

    private string NameOf(HttpContext context, string key) => $"{key}-{_installation}{(context.Request.IsHttps ? "" : "-http")}";
}
