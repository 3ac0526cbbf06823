using System.Net;
using System.Text;
using StretchChallenge.Testing.Databases;

namespace StretchChallenge.EndToEnd.Stage;

/// <summary>
/// The sign-in page of a workplace, at an origin of its own: a <see cref="ReplaceableServer" /> that asks for its sign-in turns
/// everybody to it who has no cookie of it yet. Cookies know no ports.
/// </summary>
public sealed class SignInProxy : IAsyncDisposable
{
    private const string Cookie = "workplace";

    private readonly HttpListener _listener = new();
    private readonly Task _answering;

    /// <summary>Opens the sign-in.</summary>
    public SignInProxy()
    {
        Address = new($"http://127.0.0.1:{FreePort.Find()}");
        _listener.Prefixes.Add($"{Address}");
        _listener.Start();
        _answering = AnswerAllAsync();
    }

    private Uri Address { get; }

    /// <summary>Whether somebody has signed in.</summary>
    public static bool Knows(HttpListenerRequest request) => request.Cookies[Cookie] is not null;

    /// <summary>Turns a request to the sign-in, from where it goes on.</summary>
    public void TurnAway(HttpListenerContext context) => context.Response.Redirect($"{Address}?to={Uri.EscapeDataString($"{context.Request.Url}")}");

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _answering;
        _listener.Close();
    }

    private async Task AnswerAllAsync()
    {
        try
        {
            while (true)
            {
                await AnswerAsync(await _listener.GetContextAsync());
            }
        }
        catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException or InvalidOperationException)
        {
            // It was stopped.
        }
    }

    private static async Task AnswerAsync(HttpListenerContext context)
    {
        using var response = context.Response;
        var to = context.Request.QueryString["to"];
        if (context.Request.Url!.AbsolutePath == "/in")
        {
            response.Headers["Set-Cookie"] = $"{Cookie}=in; path=/";
            response.Redirect(to!);
            return;
        }

        response.ContentType = "text/html";
        await response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(
            $"<title>Sign-in</title><h1>Your workplace</h1><a href=\"/in?to={Uri.EscapeDataString(to ?? "")}\">Sign in</a>"));
    }
}
