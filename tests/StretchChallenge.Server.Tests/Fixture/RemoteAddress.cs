using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace StretchChallenge.Server.Tests.Fixture;

/// <summary>Lets a request come from another machine: the in-memory server knows no addresses.</summary>
public sealed class RemoteAddress : IStartupFilter
{
    /// <summary>The header that carries the address; without it a request comes from this machine.</summary>
    public const string Header = "X-Test-Remote-Address";

    /// <summary>An address of another machine.</summary>
    public const string Elsewhere = "203.0.113.7";

    /// <inheritdoc/>
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((context, following) =>
        {
            var address = context.Request.Headers[Header].ToString();
            context.Connection.RemoteIpAddress = address.Length > 0 ? IPAddress.Parse(address) : IPAddress.Loopback;
            return following(context);
        });
        next(app);
    };
}
