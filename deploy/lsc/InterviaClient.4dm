// Classe InterviaClient : ce que LSC demande à Intervia (/lsc/v1).
// $lsc:=cs.InterviaClient.new("https://intervia.example"; $cle)

Class constructor($url : Text; $cle : Text)
	This.url:=$url
	This.cle:=$cle
	
	// À qui est la clé, et ce qu'elle permet.
Function moi()->$reponse : Object
	$reponse:=This._json("GET"; "/lsc/v1/key"; 30)
	
	// Une page de changements : {statut; corps: {items; next; more}}. $apres est le curseur conservé, "" la première fois.
	// $attente : secondes pendant lesquelles la plateforme attend un changement (25 au plus).
Function changements($apres : Text; $attente : Integer)->$reponse : Object
	var $chemin : Text
	$chemin:="/lsc/v1/changes?wait="+String($attente)
	If ($apres#"")
		// Un curseur n'a que des lettres, des chiffres, « - », « _ » et « . » : rien à encoder.
		$chemin:=$chemin+"&after="+$apres
	End if 
	$reponse:=This._json("GET"; $chemin; $attente+15)
	
	// Tout, tel qu'aujourd'hui : {statut; curseur; enregistrements}. Une réponse coupée n'a pas de curseur : la redemander.
Function etat()->$etat : Object
	var $reponse : Object
	var $lignes : Collection
	var $ligne : Text
	var $objet : Object
	var $curseur : Text
	var $complet : Boolean
	$reponse:=This._envoyer("GET"; "/lsc/v1/snapshot"; ""; ""; 600)
	$etat:=New object("statut"; $reponse.statut; "curseur"; ""; "enregistrements"; New collection)
	If ($reponse.statut=200)
		$lignes:=Split string($reponse.texte; "\n"; sk ignore empty strings)
		For each ($ligne; $lignes)
			$objet:=JSON Parse($ligne)
			Case of 
				: ($objet.next#Null)
					$curseur:=$objet.next
				: ($objet.done#Null)
					$complet:=$objet.done
				Else 
					$etat.enregistrements.push($objet)
			End case 
		End for each 
		If ($complet)
			$etat.curseur:=$curseur
		End if 
	End if 
	
	// Publie des enregistrements {type; id; version; data}. Renvoie {statut; fin; refus} : les lignes refusées et la dernière ligne.
	// $import est choisi par LSC ; après une coupure, le même import reprend après sa dernière ligne traitée.
Function publier($enregistrements : Collection; $import : Text; $apres : Integer)->$resultat : Object
	var $reponse; $enregistrement; $objet : Object
	var $lignes : Collection
	var $ligne : Text
	$lignes:=New collection
	For each ($enregistrement; $enregistrements)
		$objet:=OB Copy($enregistrement)
		$objet.op:="upsert"
		$lignes.push(JSON Stringify($objet))
	End for each 
	$reponse:=This._envoyer("POST"; "/lsc/v1/base?import="+$import+"&after="+String($apres); $lignes.join("\n"); "application/x-ndjson"; 600)
	$resultat:=New object("statut"; $reponse.statut; "fin"; Null; "refus"; New collection)
	If ($reponse.statut=200)
		For each ($ligne; Split string($reponse.texte; "\n"; sk ignore empty strings))
			$objet:=JSON Parse($ligne)
			Case of 
				: ($objet.done#Null)
					$resultat.fin:=$objet
				: ($objet.status="REFUSED")
					$resultat.refus.push($objet)
			End case 
		End for each 
	End if 
	
	// Où en est un import : {statut; corps: {import: {lastLine; …}}}.
Function avancement($import : Text)->$reponse : Object
	$reponse:=This._json("GET"; "/lsc/v1/base/imports/"+$import; 30)
	
	// Un ticket tel que cet utilisateur (son identifiant dans LSC) le voit : {statut; corps}.
Function ticket($id : Text; $utilisateur : Text)->$reponse : Object
	$reponse:=This._json("GET"; This._chemin($id; ""; $utilisateur); 30)
	
	// Récupérer les éléments du ticket : écrit leur ZIP (ticket.json et les documents) dans $fichier. Renvoie {statut}.
	// Une réponse coupée ne laisse pas de fichier : elle est redemandée.
Function elements($id : Text; $utilisateur : Text; $fichier : 4D.File)->$reponse : Object
	var $options; $entetes : Object
	var $requete : 4D.HTTPRequest
	$entetes:=New object("Authorization"; "Bearer "+This.cle)
	$options:=New object("method"; "GET"; "headers"; $entetes; "dataType"; "blob"; "timeout"; 600; "automaticRedirections"; False)
	$requete:=4D.HTTPRequest.new(This.url+This._chemin($id; "/elements.zip"; $utilisateur); $options)
	$requete.wait(605)
	$reponse:=New object("statut"; 0)
	If ($requete.response#Null)
		$reponse.statut:=$requete.response.status
		If (($reponse.statut=200) && ($requete.errors.length=0))
			$fichier.setContent($requete.response.body)
		End if 
	End if 
	
	// Ouvre le ticket dans le navigateur de cet utilisateur, connecté : à appeler sur son poste, jamais sur le serveur.
	// Le lien sert une fois, pendant une minute : ne pas le conserver, ni l'écrire dans un journal.
Function ouvrir($id : Text; $utilisateur : Text)->$reponse : Object
	$reponse:=This._json("POST"; This._chemin($id; "/link"; $utilisateur); 30)
	If ($reponse.statut=201)
		OPEN URL($reponse.corps.url)
		OB REMOVE($reponse.corps; "url")
	End if 
	
	// Vérifie ce qu'un webhook apporte (Standard Webhooks). $secret : « whsec_… » ; $entetes : celles de la requête, en minuscules ;
	// $corps : les octets reçus, tels quels. Vrai : $corps est d'Intervia et a moins de cinq minutes.
Function webhookValable($secret : Text; $entetes : Object; $corps : Text)->$valable : Boolean
	var $cle; $bloc : Blob
	var $attendue; $signature : Text
	var $ecart : Integer
	$valable:=False
	If (($entetes["webhook-id"]#Null) && ($entetes["webhook-timestamp"]#Null) && ($entetes["webhook-signature"]#Null))
		$ecart:=Abs(This._secondes()-Num($entetes["webhook-timestamp"]))
		If ($ecart<=300)
			BASE64 DECODE(Substring($secret; 7); $cle)
			TEXT TO BLOB($entetes["webhook-id"]+"."+$entetes["webhook-timestamp"]+"."+$corps; $bloc; UTF8 text without length)
			$attendue:="v1,"+This._hmac($cle; $bloc)
			// Plusieurs signatures, séparées par une espace, pendant qu'un secret en remplace un autre.
			For each ($signature; Split string($entetes["webhook-signature"]; " "))
				If (Compare strings($signature; $attendue; sk char codes)=0)
					$valable:=True
				End if 
			End for each 
		End if 
	End if 
	
	// Une seconde clé. À conserver, puis appeler terminerAncienne : les deux sont valables entre-temps.
Function renouveler()->$reponse : Object
	$reponse:=This._json("POST"; "/lsc/v1/key/rotation"; 30)
	If ($reponse.statut=200)
		This.cle:=$reponse.corps.shownOnce
	End if 
	
Function terminerAncienne()->$reponse : Object
	$reponse:=This._json("DELETE"; "/lsc/v1/key/other-secrets"; 30)
	
Function _chemin($id : Text; $suite : Text; $utilisateur : Text)->$chemin : Text
	// Les identifiants des tickets n'ont rien à encoder ; ceux de LSC sont encodés.
	$chemin:="/lsc/v1/tickets/"+$id+$suite+"?userId="+This._encoder($utilisateur)
	
	// Octet par octet de l'UTF-8, sauf lettres, chiffres, « - », « _ », « . » et « ~ » (RFC 3986).
Function _encoder($texte : Text)->$encode : Text
	var $octets : Blob
	var $i; $octet : Integer
	var $chiffres : Text
	$chiffres:="0123456789ABCDEF"
	TEXT TO BLOB($texte; $octets; UTF8 text without length)
	For ($i; 0; BLOB size($octets)-1)
		$octet:=$octets{$i}
		Case of 
			: (($octet>=48) & ($octet<=57)) | (($octet>=65) & ($octet<=90)) | (($octet>=97) & ($octet<=122)) | ($octet=45) | ($octet=95) | ($octet=46) | ($octet=126)
				$encode:=$encode+Char($octet)
			Else 
				$encode:=$encode+"%"+$chiffres[[($octet\16)+1]]+$chiffres[[($octet%16)+1]]
		End case 
	End for 
	
	// Secondes depuis le 1er janvier 1970, UTC.
Function _secondes()->$secondes : Integer
	var $maintenant : Text
	$maintenant:=Timestamp
	$secondes:=((Date(Substring($maintenant; 1; 10)+"T00:00:00")-!1970-01-01!)*86400)+(Time(Substring($maintenant; 12; 8))+0)
	
	// HMAC-SHA256 (RFC 2104), en base 64 : 4D n'a que l'empreinte.
Function _hmac($cle : Blob; $message : Blob)->$signature : Text
	var $interieur; $exterieur : Blob
	var $i; $octet : Integer
	var $hexa : Text
	SET BLOB SIZE($interieur; 64; 0x36)
	SET BLOB SIZE($exterieur; 96; 0x5C)
	// Les secrets de la plateforme ont moins de 64 octets.
	For ($i; 0; BLOB size($cle)-1)
		$interieur{$i}:=$cle{$i} ^| 0x36
		$exterieur{$i}:=$cle{$i} ^| 0x5C
	End for 
	COPY BLOB($message; $interieur; 0; 64; BLOB size($message))
	$hexa:=Generate digest($interieur; SHA256 digest)
	For ($i; 0; 31)
		$octet:=Position($hexa[[(2*$i)+1]]; "0123456789abcdef")*16+Position($hexa[[(2*$i)+2]]; "0123456789abcdef")-17
		$exterieur{64+$i}:=$octet
	End for 
	// « * » : en base 64 des adresses, sans « = » final.
	$signature:=Generate digest($exterieur; SHA256 digest; *)
	$signature:=Replace string(Replace string($signature; "-"; "+"); "_"; "/")
	If (Length($signature)=43)
		$signature:=$signature+"="
	End if 
	
	// {statut; corps}. statut 0 : la plateforme n'a pas répondu. Un refus a corps.code (programme) et corps.detail (personne).
Function _json($methode : Text; $chemin : Text; $delai : Integer)->$reponse : Object
	$reponse:=This._envoyer($methode; $chemin; ""; ""; $delai)
	$reponse.corps:=Null
	If (($reponse.texte#"") && ($reponse.texte[[1]]="{"))
		$reponse.corps:=JSON Parse($reponse.texte)
	End if 
	
Function _envoyer($methode : Text; $chemin : Text; $corps : Text; $type : Text; $delai : Integer)->$reponse : Object
	var $options; $entetes : Object
	var $requete : 4D.HTTPRequest
	$entetes:=New object("Authorization"; "Bearer "+This.cle; "Accept"; "application/json")
	If ($type#"")
		$entetes["Content-Type"]:=$type
	End if 
	$options:=New object("method"; $methode; "headers"; $entetes; "dataType"; "text"; "timeout"; $delai; "automaticRedirections"; False)
	If ($corps#"")
		$options.body:=$corps
	End if 
	$requete:=4D.HTTPRequest.new(This.url+$chemin; $options)
	$requete.wait($delai+5)
	$reponse:=New object("statut"; 0; "texte"; ""; "patienter"; 5)
	If ($requete.response#Null)
		$reponse.statut:=$requete.response.status
		$reponse.texte:=String($requete.response.body)
		If ($requete.response.headers["retry-after"]#Null)
			$reponse.patienter:=Num($requete.response.headers["retry-after"])
		End if 
	End if 
