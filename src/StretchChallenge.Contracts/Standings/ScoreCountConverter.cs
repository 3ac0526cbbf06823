using System.Text.Json;
using System.Text.Json.Serialization;

namespace StretchChallenge.Contracts.Standings;

/// <summary>Writes a count as <c>[[first, second], people]</c>, because names would be most of a change.</summary>
public sealed class ScoreCountConverter : JsonConverter<ScoreCount>
{
    /// <inheritdoc />
    public override ScoreCount Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var json = JsonDocument.ParseValue(ref reader);
        var (score, people) = (json.RootElement[0], json.RootElement[1]);
        return new ScoreCount(score[0].GetInt32(), score[1].GetInt32(), people.GetInt32());
    }

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, ScoreCount value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteStartArray();
        writer.WriteNumberValue(value.First);
        writer.WriteNumberValue(value.Second);
        writer.WriteEndArray();
        writer.WriteNumberValue(value.People);
        writer.WriteEndArray();
    }
}
