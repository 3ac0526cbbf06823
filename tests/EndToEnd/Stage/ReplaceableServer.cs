using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using StretchChallenge.Testing.Databases;

namespace StretchChallenge.EndToEnd.Stage;

/// <summary>
/// A server that is renewed while people have it open: it hands on what the site answers, and once
/// <see cref="Renew" /> was called, the client is of another build, as its page and its worker tell.
/// </summary>
public sealed partial class ReplaceableServer : IAsyncDisposable
{
    private static readonly HashSet<string> OwnHeaders =
        new(StringComparer.OrdinalIgnoreCase) { "Content-Length", "Transfer-Encoding", "Connection", "Date" };

    // Without these the site answers whole and as plain text.
    private static readonly HashSet<string> Withheld =
        new(StringComparer.OrdinalIgnoreCase) { "Accept-Encoding", "If-None-Match", "If-Modified-Since", "Connection", "Host" };

    private readonly HttpListener _listener = new();
    private readonly HttpClient _site;
    private readonly Task _answering;
    private volatile bool _isRenewed;
    private volatile string? _missing;
    private volatile SignInProxy? _signIn;

    /// <summary>Stands before a site.</summary>
    public ReplaceableServer(Uri site)
    {
        _site = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = site };
        Address = new($"http://127.0.0.1:{FreePort.Find()}");
        _listener.Prefixes.Add($"{Address}");
        _listener.Start();
        _answering = AnswerAllAsync();
    }

    /// <summary>Where browsers find it.</summary>
    public Uri Address { get; }

    /// <summary>From now on the client is of the next build.</summary>
    public void Renew() => _isRenewed = true;

    /// <summary>From now on files whose address contains this are gone.</summary>
    public void Remove(string part) => _missing = part;

    /// <summary>From now on only those who have signed in there get an answer.</summary>
    public void StandBehind(SignInProxy signIn) => _signIn = signIn;

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _answering;
        _listener.Close();
        _site.Dispose();
    }

    private async Task AnswerAllAsync()
    {
        try
        {
            while (true)
            {
                _ = AnswerAsync(await _listener.GetContextAsync());
            }
        }
        catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException or InvalidOperationException)
        {
            // It was stopped.
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        try
        {
            using var response = context.Response;
            if (_missing is { } missing && context.Request.RawUrl!.Contains(missing, StringComparison.Ordinal))
            {
                response.StatusCode = (int)HttpStatusCode.NotFound;
                return;
            }

            if (_signIn is { } signIn && !SignInProxy.Knows(context.Request))
            {
                signIn.TurnAway(context);
                return;
            }

            using var request = await CopyAsync(context.Request);
            using var answer = await _site.SendAsync(request);
            response.StatusCode = (int)answer.StatusCode;
            foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers))
            {
                if (!OwnHeaders.Contains(name))
                {
                    response.Headers[name] = string.Join(", ", values);
                }
            }

            var body = await answer.Content.ReadAsByteArrayAsync();
            await response.OutputStream.WriteAsync(_isRenewed ? Next(answer, body) : body);
        }
        catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException or IOException)
        {
            // The browser has gone.
        }
    }

    private static async Task<HttpRequestMessage> CopyAsync(HttpListenerRequest asked)
    {
        var request = new HttpRequestMessage(new(asked.HttpMethod), asked.RawUrl);
        if (asked.HasEntityBody)
        {
            using var body = new MemoryStream();
            await asked.InputStream.CopyToAsync(body);
            request.Content = new ByteArrayContent(body.ToArray());
        }

        foreach (string name in asked.Headers)
        {
            if (!Withheld.Contains(name) && !request.Headers.TryAddWithoutValidation(name, asked.Headers[name]))
            {
                request.Content?.Headers.TryAddWithoutValidation(name, asked.Headers[name]);
            }
        }

        // The site judges by it where a change comes from.
        request.Headers.Host = asked.UserHostName;
        return request;
    }

    private static byte[] Next(HttpResponseMessage answer, byte[] body)
    {
        var text = Encoding.UTF8.GetString(body);
        var changed = answer.Content.Headers.ContentType?.MediaType == "text/html"
            ? text.Replace("<meta charset", "<meta name=\"build\" content=\"next\" /><meta charset", StringComparison.Ordinal)
            : answer.RequestMessage!.RequestUri!.AbsolutePath == "/service-worker.js"
                ? Mark().Replace(text, "`next`")
                : null;
        return changed is null ? body : Encoding.UTF8.GetBytes(changed);
    }

    // Stands in the worker for the content of whatever has no hash in its name.
    [GeneratedRegex("`[0-9a-f]{16}`")]
    private static partial Regex Mark();
}
