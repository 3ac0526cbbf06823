using System.Text.Json;

namespace StretchChallenge.Server.Catalogue.Reading.Translations;

/// <summary>What something is called in another language.</summary>
internal sealed record NameWord(string Name)
{
    /// <summary>Where the number of the week stands in the name of a routine of the programme.</summary>
    public const string Week = "{week}";

    /// <summary>Reads a name.</summary>
    public static NameWord? Read(JsonElement json, FaultPlace place) => EntryReader.Read(json, place, fields =>
    {
        fields.Required("id", Values.Text(1, 60));
        return new NameWord(fields.Required("name", Values.Text(2, 80)));
    });

    /// <summary>Reads the name of a routine.</summary>
    public static NameWord? ReadRoutine(JsonElement json, FaultPlace place) => EntryReader.Read(json, place, fields =>
    {
        fields.Required("id", Values.Text(1, 60));
        return new NameWord(fields.Required("name", RoutineSource.NameText));
    });

    /// <summary>Reads the name of the programme's routines of a variant.</summary>
    public static NameWord? ReadProgramme(JsonElement json, FaultPlace place)
    {
        var word = ReadRoutine(json, place);
        place.In("name").Check(
            word?.Name is null or "" || word.Name.Contains(Week, StringComparison.Ordinal), $"must have {Week} where the number of the week stands.");
        return word;
    }
}
