using System.Diagnostics;
using OpenTelemetry;

namespace StretchChallenge.Server.Telemetry;

/// <summary>
/// Lets a span say only what is known to hold nothing personal and no secret. Addresses of pages hold invitation codes
/// and walls' secrets, keys of grains are people's ids, and messages of exceptions may quote anything.
/// </summary>
internal sealed class SpanAttributes : BaseProcessor<Activity>
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
        List<string>? others = null;
        foreach (var (name, _) in data.EnumerateTagObjects())
        {
            if (!Allowed.Contains(name))
            {
                (others ??= []).Add(name);
            }
        }

        others?.ForEach(name => data.SetTag(name, null));
        if (data.StatusDescription is not null)
        {
            data.SetStatus(data.Status);
        }
    }
}
