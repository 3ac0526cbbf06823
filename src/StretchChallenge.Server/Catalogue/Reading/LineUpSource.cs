using System.Collections.Immutable;
using System.Text.Json;
using StretchChallenge.Domain.Programme;

namespace StretchChallenge.Server.Catalogue.Reading;

/// <summary>A daily line-up of a block, in a variant, as the data file writes it.</summary>
internal sealed record LineUpSource(Variant Variant, LineUp LineUp, FaultPlace Place, ImmutableArray<LineUpSource.Item> Items)
{
    /// <summary>One exercise: its id alone, or with a number of sets and a time to get ready of its own.</summary>
    internal sealed record Item(string Exercise, int? Sets = null, int? GetReady = null)
    {
        /// <summary>Reads an item.</summary>
        public static Item Read(JsonElement json, FaultPlace place, ExerciseIds ids)
        {
            if (json.ValueKind != JsonValueKind.Object)
            {
                return new Item(Values.Exercise(ids)(json, place));
            }

            return EntryReader.Read(json, place, fields => new Item(
                fields.Required("exercise", Values.Exercise(ids)),
                fields.OptionalNumber("sets", 1, 6),
                fields.OptionalNumber("getReady", 0, 30)))!;
        }
    }
}
