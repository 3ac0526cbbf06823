using System.IO.Pipelines;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;

namespace StretchChallenge.Server.Live;

/// <summary>
/// Closes connections from which nothing has come for the client timeout, 30 s by default. SignalR's own timeout begins with a
/// client's first ping, so it never closes a connection that has sent none.
/// </summary>
internal sealed class SilentConnections(IOptions<HubOptions> options) : IHubFilter
{
    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(30);

    private readonly TimeSpan _timeout = options.Value.ClientTimeoutInterval ?? DefaultTimeout;

    /// <inheritdoc />
    public Task OnConnectedAsync(HubLifetimeContext context, Func<HubLifetimeContext, Task> next)
    {
        var connection = context.Context;
        if (connection.Features.Get<IConnectionTransportFeature>() is { } transport
            && connection.Features.Get<IConnectionHeartbeatFeature>() is { } heartbeat)
        {
            var input = new WatchedReader(transport.Transport.Input);
            transport.Transport = new WatchedTransport(input, transport.Transport.Output);
            heartbeat.OnHeartbeat(
                _ =>
                {
                    if (input.Silence > _timeout)
                    {
                        connection.Abort();
                    }
                },
                this);
        }

        return next(context);
    }

    private sealed record WatchedTransport(PipeReader Input, PipeWriter Output) : IDuplexPipe;

    private sealed class WatchedReader(PipeReader input) : PipeReader
    {
        // The machine's own clock: a connection is silent in real time.
        private long _heardAt = TimeProvider.System.GetTimestamp();

        public TimeSpan Silence => TimeProvider.System.GetElapsedTime(Volatile.Read(ref _heardAt));

        public override async ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default)
        {
            var result = await input.ReadAsync(cancellationToken);
            Volatile.Write(ref _heardAt, TimeProvider.System.GetTimestamp());
            return result;
        }

        public override bool TryRead(out ReadResult result)
        {
            var isRead = input.TryRead(out result);
            if (isRead)
            {
                Volatile.Write(ref _heardAt, TimeProvider.System.GetTimestamp());
            }

            return isRead;
        }

        public override void AdvanceTo(SequencePosition consumed) => input.AdvanceTo(consumed);

        public override void AdvanceTo(SequencePosition consumed, SequencePosition examined) => input.AdvanceTo(consumed, examined);

        public override void CancelPendingRead() => input.CancelPendingRead();

        public override void Complete(Exception? exception = null) => input.Complete(exception);
    }
}
