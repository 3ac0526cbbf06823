using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace StretchChallenge.Server.Live.Access;

/// <summary>
/// SignalR's JSON protocol, which ends a connection that goes on sending what no client of ours sends: calls of methods that
/// do not exist or with arguments that do not fit, and streams, which the hub has none of. These calls reach no filter.
/// </summary>
internal sealed class GuardedJsonProtocol(IHubProtocol json) : IHubProtocol
{
    /// <summary>How many such messages a connection may send.</summary>
    public const int MostStray = 20;

    // SignalR has one binder for each connection.
    private readonly ConditionalWeakTable<IInvocationBinder, StrongBox<int>> _stray = [];

    /// <inheritdoc />
    public string Name => json.Name;

    /// <inheritdoc />
    public int Version => json.Version;

    /// <inheritdoc />
    public TransferFormat TransferFormat => json.TransferFormat;

    /// <inheritdoc />
    public bool TryParseMessage(
        ref ReadOnlySequence<byte> input, IInvocationBinder binder, [NotNullWhen(true)] out HubMessage? message)
    {
        var left = input.Length;
        while (!json.TryParseMessage(ref input, binder, out message))
        {
            if (input.Length == left)
            {
                return false;
            }

            // A message that the protocol ignores. SignalR would look at the next one only when more has come.
            CountStray(binder);
            left = input.Length;
        }

        if (IsStray(message))
        {
            CountStray(binder);
        }

        return true;
    }

    /// <inheritdoc />
    public void WriteMessage(HubMessage message, IBufferWriter<byte> output) => json.WriteMessage(message, output);

    /// <inheritdoc />
    public ReadOnlyMemory<byte> GetMessageBytes(HubMessage message) => json.GetMessageBytes(message);

    /// <inheritdoc />
    public bool IsVersionSupported(int version) => json.IsVersionSupported(version);

    private void CountStray(IInvocationBinder binder)
    {
        if (++_stray.GetOrCreateValue(binder).Value > MostStray)
        {
            throw new InvalidDataException("Too many messages did not fit the hub.");
        }
    }

    private static bool IsStray(HubMessage message) => message
        is InvocationBindingFailureMessage
        or StreamBindingFailureMessage
        or StreamInvocationMessage
        or StreamItemMessage
        or CompletionMessage
        or CancelInvocationMessage;
}
