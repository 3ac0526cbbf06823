namespace StretchChallenge.Server.Hosting.Cluster;

/// <summary>
/// Ends the process when the other nodes have declared this one dead, or when its membership cannot be kept: its grains
/// may already be active elsewhere. Orleans' own handler waits two seconds and ends with a stack trace.
/// </summary>
internal sealed class NodeFailure : IFatalErrorHandler
{
    /// <summary>What an administrator can do when this node and the others do not reach each other.</summary>
    public const string Unreachable =
        "The other nodes of the cluster and this one do not reach each other. Check the network, Cluster:Address and the ports, and that "
        + "either all nodes or none have a Cluster:Certificate; then start it again.";

    /// <inheritdoc />
    public bool IsUnexpected(Exception exception) => true;

    /// <inheritdoc />
    public void OnFatalException(object? sender = null, string? context = null, Exception? exception = null)
    {
        Console.Error.WriteLine(exception is null ? $"The node ends. {Unreachable}" : $"The node ends. {exception.Message}");
        Environment.Exit(1);
    }
}
