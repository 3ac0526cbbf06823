using System.Diagnostics;
using OpenTelemetry;

namespace StretchChallenge.Server.Telemetry;

/// <summary>
/// Removes every span attribute that is not on the list of those known to hold no personal data and no secret: URL paths
/// contain invitation codes and wall tokens, grain keys are user ids, and exception messages may quote anything.
/// </summary>
internal sealed class SpanAttributeFilter : BaseProcessor<Activity>
{
    private static readonly HashSet<string> Allowed = new(StringComparer.Ordinal)
    {
        "http.request.method", "http.route", "http.response.status_code", "url.scheme",
        "network.protocol.name", "network.protocol.version", "server.address", "server.port",
        "rpc.system", "rpc.system.name", "rpc.service", "rpc.method", "orleans.rpc.service",
        "db.system", "db.system.name", "db.name", "db.namespace", "db.operation.name", "db.query.text", "db.statement",
        "db.response.status_code", "db.client.connection.pool.name",
        "ledger.entry.kind", "ledger.outcome", "ledger.batch.entries",
        "error.type", "exception.type",
    };

    /// <inheritdoc />
    public override void OnEnd(Activity data)
    {
        List<string>? removed = null;
        foreach (var (name, _) in data.EnumerateTagObjects())
        {
            if (!Allowed.Contains(name))
            {
                (removed ??= []).Add(name);
            }
        }

        removed?.ForEach(name => data.SetTag(name, null));
        if (data.StatusDescription is not null)
        {
            data.SetStatus(data.Status);
        }
    }
}
