using System.Net;
using System.Net.Sockets;
using System.Text;
using StretchChallenge.Testing.Databases;

namespace StretchChallenge.Cluster;

/// <summary>nginx with the configuration of <c>deploy/nginx</c>, before nodes that answer with a letter, or not at all.</summary>
[Trait("Category", "Faults")]
public sealed class ProxyTests
{
    private const string Secret = "5ecretOf27Characters0123456";

    [Theory]
    [InlineData("/calendar/{0}.ics")]
    [InlineData("/CALENDAR/{0}.ics")]
    [InlineData("//calendar/{0}.ics")]
    [InlineData("/%63alendar/{0}.ics")]
    [InlineData("/wall/{0}")]
    [InlineData("/join/{0}")]
    [InlineData("/api/invitations/{0}")]
    [InlineData("/api/sessions/{0}")]
    [InlineData("/api/challenges/c1/walls/{0}")]
    [InlineData("/api/today")]
    public async Task Request_NodesAreAway_LeavesNoSecretInTheLogs(string path)
    {
        var away = new Uri($"http://127.0.0.1:{FreePort.Find()}");
        await using var proxy = await Proxy.StartAsync(FreePort.Find(), [away, away, away]);
        using var browser = new HttpClient(proxy.CreateHandler());
        using var plain = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        var secret = string.Format(null, path, Secret);

        await Wait.UntilAsync(async () => await AskAsync(browser, proxy.Address, secret) == HttpStatusCode.BadGateway);
        Assert.Equal(HttpStatusCode.MovedPermanently, await AskAsync(plain, proxy.PlainAddress, secret));

        await Wait.UntilAsync(() => proxy.ReadLogs().Contains(" 301 ", StringComparison.Ordinal));
        var logs = proxy.ReadLogs();
        Assert.DoesNotContain(Secret, logs, StringComparison.Ordinal);
        Assert.Contains(" 502 ", logs, StringComparison.Ordinal);
        Assert.Contains(away.Authority, logs, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nodes_HaveMoved_AreFoundAgainAndStrangersAtTheOldAddressAreNot()
    {
        var folder = Directory.CreateTempSubdirectory("stretch-hosts-");
        var hosts = $"{folder.FullName}/hosts";
        var port = FreePort.Find();
        using var stop = new CancellationTokenSource();
        var nodes = Task.WhenAll(AnswerAsync("127.0.0.11", port, 'A', stop.Token), AnswerAsync("127.0.0.12", port, 'B', stop.Token));
        await WriteHostsAsync(hosts, "127.0.0.11");
        await using (var proxy = await Proxy.StartAsync(FreePort.Find(), port, hosts))
        {
            using var browser = new HttpClient(proxy.CreateHandler());
            await Wait.UntilAsync(async () => await browser.GetStringAsync(proxy.Address) == "A");

            await WriteHostsAsync(hosts, "127.0.0.12");

            await Wait.UntilAsync(async () => await browser.GetStringAsync(proxy.Address) == "B");
            for (var request = 0; request < 9; request++)
            {
                Assert.Equal("B", await browser.GetStringAsync(proxy.Address));
            }
        }

        await stop.CancelAsync();
        await nodes;
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Certificate_IsRenewed_IsShownWithoutARestart()
    {
        var folder = Directory.CreateTempSubdirectory("stretch-hosts-");
        var hosts = $"{folder.FullName}/hosts";
        var port = FreePort.Find();
        await WriteHostsAsync(hosts, "127.0.0.11");
        await using (var proxy = await Proxy.StartAsync(FreePort.Find(), port, hosts))
        {
            await Wait.UntilAsync(() => IsTrustedAsync(proxy));

            proxy.RenewCertificate();

            await Wait.UntilAsync(() => IsTrustedAsync(proxy));
        }

        folder.Delete(recursive: true);
    }

    // A new connection each time; it fails where another certificate is shown.
    private static async Task<bool> IsTrustedAsync(Proxy proxy)
    {
        using var browser = new HttpClient(proxy.CreateHandler());
        using var answer = await browser.GetAsync(proxy.Address);
        return true;
    }

    private static async Task<HttpStatusCode> AskAsync(HttpClient browser, Uri address, string path)
    {
        // What stands in the path is sent as it is.
        var options = new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true };
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"{address.GetLeftPart(UriPartial.Authority)}{path}", options));
        request.Headers.Referrer = new Uri($"{address}join/{Secret}");
        using var answer = await browser.SendAsync(request);
        return answer.StatusCode;
    }

    // Written in place: the proxy sees this file as its /etc/hosts.
    private static Task WriteHostsAsync(string file, string address) => File.WriteAllTextAsync(
        file, $"127.0.0.1 localhost\n{address} node1\n{address} node2\n{address} node3\n");

    // One answer for each connection, so that the proxy connects anew.
    private static async Task AnswerAsync(string address, int port, char letter, CancellationToken token)
    {
        using var listener = new TcpListener(IPAddress.Parse(address), port);
        listener.Start();
        var request = new byte[4096];
        try
        {
            while (true)
            {
                using var connection = await listener.AcceptTcpClientAsync(token);
                var stream = connection.GetStream();
                var read = await stream.ReadAsync(request, token);
                await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nConnection: close\r\n\r\n{letter}"), token);
                Assert.True(read >= 0);
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }
}
