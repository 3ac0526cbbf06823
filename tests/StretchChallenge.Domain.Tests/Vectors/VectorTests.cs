using System.Text.Json;
using System.Text.Json.Nodes;

namespace StretchChallenge.Domain.Tests.Vectors;

/// <summary>Runs each case of tests/vectors, and of the folder that STRETCH_VECTORS names, as a test.</summary>
public sealed class VectorTests
{
    public static TheoryData<VectorCase> Cases => [.. VectorFiles.All()];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Vector_AsComputedByHand_Holds(VectorCase vector)
    {
        Assert.True(vector.Fault is null, $"{vector}: {vector.Fault}");
        var fields = (JsonObject)JsonNode.Parse(vector.Json)!;

        var mismatch = Judge(fields);

        Assert.True(mismatch is null, $"{vector}: {mismatch}");
    }

    private static string? Judge(JsonObject fields)
    {
        try
        {
            return fields.TryGetPropertyValue("expect", out var expected)
                ? VectorJson.Mismatch(expected, VectorJson.Write(ResultOf(fields)))
                : "nothing is expected";
        }
        catch (Exception exception) when (exception is JsonException or TimeZoneNotFoundException or ArgumentException or InvalidOperationException)
        {
            return exception.Message;
        }
    }

    private static object ResultOf(JsonObject fields) => fields["kind"]?.GetValue<string>() switch
    {
        "date" => VectorJson.Read<DateVector>(fields).Result(),
        "streak" => VectorJson.Read<StreakVector>(fields).Result(),
        "team" => VectorJson.Read<TeamVector>(fields).Result(),
        "order" => VectorJson.Read<OrderVector>(fields).Result(),
        "session" => VectorJson.Read<SessionVector>(fields).Result(),
        var other => throw new JsonException($"'{other}' is no kind of vector"),
    };
}
