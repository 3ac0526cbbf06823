using System.Buffers;
using System.Text;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;
using NSubstitute;
using StretchChallenge.Server.Live.Access;

namespace StretchChallenge.Server.Tests.Live;

public sealed class GuardedJsonProtocolTests
{
    private const char End = '\u001e';

    [Fact]
    [Trait("Category", "Faults")]
    public void TryParseMessage_AfterOneThatIsIgnored_ReadsTheNext()
    {
        var protocol = new GuardedJsonProtocol(new JsonHubProtocol());
        var input = new ReadOnlySequence<byte>(Encoding.UTF8.GetBytes($$"""{"type":99}{{End}}{"type":6}{{End}}"""));

        Assert.True(protocol.TryParseMessage(ref input, Substitute.For<IInvocationBinder>(), out var message));

        Assert.IsType<PingMessage>(message);
        Assert.Equal(0, input.Length);
    }
}
